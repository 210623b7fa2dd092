using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Screens;

/// <summary>What is printed can be read on white paper, whichever theme the screen has.</summary>
public sealed class PrintTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task Every_page_that_is_printed_can_be_read_on_paper_from_a_dark_screen()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Ark i mørket", "Stad", "Arendal");
        var page = organiser.Page;
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Vi mangler lager");
        await organiser.OpenAsync("rapport");
        await page.PressAsync(Words.Desk("UseAll", 1));
        var report = await organiser.PublishAsync();
        string[] addresses =
        [
            "/rapporter",
            report,
            $"{organiser.Gathering}/ark",
            $"{organiser.Gathering}/invitasjon",
            $"{organiser.Gathering}/etterpa",
            "/personvern",
            $"/k/{code.Replace(" ", "", StringComparison.Ordinal)}",
        ];
        var found = new List<string>();
        foreach (var theme in new[] { "dark", "system" })
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = "tema", Value = theme, Url = theatre.Application.Address.ToString() }]);
            foreach (var address in addresses)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Media = Media.Print });
                await page.GotoAsync(address);
                await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
                found.AddRange(await page.EvaluateAsync<string[]>(Pale));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // Browsers print no backgrounds unless they are asked to: all words stand on white.
    private const string Pale = """
        () => {
          const found = new Set();
          const light = value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
          for (const element of document.querySelectorAll('body *')) {
            if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
            if (!element.checkVisibility({ visibilityProperty: true })
              || element.closest('.visually-hidden, svg, option, script, style, noscript')) continue;
            const { color, printColorAdjust } = getComputedStyle(element);
            if (printColorAdjust === 'exact') continue;
            const [red, green, blue] = color.match(/[\d.]+/g).map(Number).map(channel => light(channel / 255));
            const contrast = 1.05 / (.2126 * red + .7152 * green + .0722 * blue + .05);
            if (contrast < 4.5) found.add(`${location.pathname} ${contrast.toFixed(2)} ${color} ${element.outerHTML.slice(0, 120)}`);
          }
          return [...found];
        }
        """;
}
