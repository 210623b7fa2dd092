using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>What was done on the programme and the desk is undone there also after the page has been fetched again.</summary>
public sealed class UndoAfterReloadTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_block_and_a_point_are_undone_each_on_its_screen_after_a_reload()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Det som angres", "Stad", "Arendal");
        var page = organiser.Page;

        await organiser.OpenAsync("program");
        await page.Locator("#ny-bolk").FillAsync("En bolk for mye");
        await page.PressAsync(Words.Programme("AddBlock"));
        var block = page.GetByRole(Microsoft.Playwright.AriaRole.Article, new() { Name = "En bolk for mye" });
        await Expect(block).ToHaveCountAsync(1);

        await organiser.OpenAsync("rapport");
        await page.Locator(".column-head .chip").First.ClickAsync();
        await page.Locator("#point-text").FillAsync("Et punkt for mye");
        await page.Locator(".composer button[type=submit]").ClickAsync();
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await page.LiveAsync();
        await Expect(page.Locator(".undo")).ToContainTextAsync(Words.Sorting("WrotePoint", "Et punkt for mye"));
        await page.Locator(".undo").GetByText(Words.Sorting("Undo"), new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".card")).ToHaveCountAsync(0);
        await Expect(page.Locator(".undo")).ToHaveCountAsync(0);

        await organiser.OpenAsync("program");
        await page.ReloadAsync();
        await page.LiveAsync();
        await Expect(block).ToHaveCountAsync(1);
        await page.PressAsync(Words.Programme("UndoWhat", Words.Programme("UndoAdd", "En bolk for mye")));
        await Expect(block).ToHaveCountAsync(0);
    }
}
