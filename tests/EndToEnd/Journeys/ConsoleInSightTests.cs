using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>What the one who leads needs is in sight without scrolling, on every step and in every size.</summary>
public sealed class ConsoleInSightTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly string[] _parties =
    [
        "Stad", "Arendal", "Bergen", "Asker", "Hurdal", "Lillesand", "Kristiansand", "Drammen", "Nesodden", "Lørenskog", "Trondheim",
        "Bodø", "Tromsø", "Alta", "Molde", "Hamar",
    ];

    private static readonly (int Width, int Height)[] _sizes = [(1440, 900), (768, 1024), (360, 740)];

    [Fact]
    public async Task The_clock_the_next_step_and_who_asks_are_in_sight_on_every_step_and_on_a_wide_screen_all_of_eight_pairs()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        var code = await organiser.MakeGatheringAsync("Alt i sikte", _parties);
        await page.GetByLabel(Words.Console("AttendanceEverybody")).CheckAsync();
        await organiser.PairAsync(_parties.Length);
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        foreach (var phase in Enum.GetValues<PhaseKind>())
        {
            await organiser.GoToAsync(phase);
            await stad.IsAtAsync(phase);
            foreach (var (width, height) in _sizes)
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EvaluateAsync("scrollTo(0, 0)");
                List<string> needed = [".time-panel .next", ".time-panel .clock", "#help-title"];
                if (width >= 1440) needed.AddRange(["table.pairs tbody tr:last-child", ".tool-row"]);
                foreach (var part in needed)
                    Assert.True(await IsInSightAsync(page, part, height), $"{part} is out of sight in {phase}, {width} × {height}.");

                // On a small screen the clock and the next step follow along.
                await page.Locator("table.pairs tbody tr").Last.ScrollIntoViewIfNeededAsync();
                foreach (var part in new[] { ".time-panel .next", ".time-panel .clock" })
                    Assert.True(await IsInSightAsync(page, part, height), $"{part} does not follow along in {phase}, {width} × {height}.");
            }
        }
    }

    [Fact]
    public async Task The_whole_console_is_walked_with_the_keyboard_alone()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        await organiser.MakeGatheringAsync("Bare tastatur", "Stad", "Arendal", "Bergen", "Asker");
        await page.TabToAsync("[name=attendance]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("[aria-keyshortcuts=R]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".proposal > li")).ToHaveCountAsync(2);
        await page.TabToAsync(".show-pairs button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("table.pairs tbody tr")).ToHaveCountAsync(2);
        await page.TabToAsync(".time-panel .next");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#time-title")).ToHaveTextAsync(Words.Phase(nameof(PhaseKind.CheckIn)));
        await page.TabToAsync("[aria-controls=tool-message]");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("#message");
        await page.Keyboard.TypeAsync("Vi begynner om to minutter");
        await page.TabToAsync(".message-form .btn");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".message-now")).ToHaveTextAsync("Vi begynner om to minutter");
        // A key brings forward the tool it lies in.
        await page.TabToAsync("[aria-controls=tool-door]");
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator("#jump-to")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#message")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#reading-title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[data-pair]").First).ToBeFocusedAsync();
    }

    private static Task<bool> IsInSightAsync(IPage page, string selector, int height) => page.Locator(selector).Last.EvaluateAsync<bool>(
                "(part, height) => { const place = part.getBoundingClientRect(); "
                    + "return place.height > 0 && place.top >= 0 && place.bottom <= height; }",
                height
            );
}
