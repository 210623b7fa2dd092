using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// Notes come from the partner while one reads and writes: what one looks at stays where it is on the screen, measured before and after.
/// </summary>
public sealed class SteadyBoardTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const string Long =
        "En lapp som er så lang at den tar noen linjer på skjermen, slik lapper ofte gjør når folk først er i gang.";

    [Theory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Phone)]
    public async Task What_I_read_and_what_I_write_stay_where_they_are(Screen screen)
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, $"Står stille {screen}", screen);
        var page = arendal.Page;
        await page.SetViewportSizeAsync(screen.Size().Width, 560);
        for (var number = 1; number <= 6; number++)
        {
            await stad.AddNoteAsync(NoteKind.Opportunity, $"Mulighet {number}. {Long}");
            await stad.AddNoteAsync(NoteKind.Barrier, $"Barriere {number}. {Long}");
        }

        // Writing: the field does not move, and nothing of what is in it is lost.
        var composer = page.Locator("#new-barrier");
        await composer.ClickAsync();
        await composer.PressSequentiallyAsync("Halv");
        await HoldsAsync(composer, "A");
        await Expect(composer).ToBeFocusedAsync();
        await Expect(composer).ToHaveValueAsync("Halv");

        // Scrolled on to read, with the field left behind out of sight: the note in the column I read stays.
        if (screen == Screen.Phone) await page.Locator("label:has(#tab-opportunity)").ClickAsync();
        var read = page.Locator(".note-opportunity").Filter(new() { HasText = "Mulighet 3." });
        await read.EvaluateAsync("note => note.scrollIntoView({ block: 'center' })");
        if (screen == Screen.Wide) await read.HoverAsync();
        await HoldsAsync(read, "B");

        // Words a note of one's own while more come.
        await page.EvaluateAsync("scrollTo(0, 0)");
        await arendal.AddNoteAsync(NoteKind.Opportunity, "Min egen");
        await page.Locator("[data-focus-key^='more:']").ClickAsync();
        await page.Locator("[data-focus-key^='edit:']").ClickAsync();
        var wording = page.Locator("textarea[data-focus-key^='edit/']");
        await Expect(wording).ToBeFocusedAsync();
        await HoldsAsync(wording, "C");
        await Expect(wording).ToBeFocusedAsync();

        async Task HoldsAsync(ILocator what, string name)
        {
            var before = await TopAsync(what);
            foreach (var kind in Enum.GetValues<NoteKind>())
            {
                await stad.AddNoteAsync(kind, $"Ny {kind} {name}. {Long}");
                await Expect(page.Locator(".note").Filter(new() { HasText = $"Ny {kind} {name}." })).ToHaveCountAsync(1);
                await Expect(page.Locator(".is-new").Filter(new() { HasText = $"Ny {kind} {name}." })).ToHaveCountAsync(1);
            }

            var after = await TopAsync(what);
            Assert.True(Math.Abs(after - before) <= 1, $"{screen} {name}: it stood at {before} and stands at {after}.");
        }
    }

    private static Task<float> TopAsync(ILocator what) => what.EvaluateAsync<float>("element => element.getBoundingClientRect().top");
}
