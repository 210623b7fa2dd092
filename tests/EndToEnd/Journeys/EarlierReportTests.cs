using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>I4: the report of an earlier gathering is pasted, looked over, corrected, and becomes a gathering.</summary>
public sealed class EarlierReportTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task A_report_is_pasted_corrected_and_becomes_a_gathering_with_its_original()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        await page.GotoAsync("/samlinger");
        await page.GetByText(Words.Access("BringInReport")).ClickAsync();
        await _album.LookAsync(page, "hent-inn-rapport");
        await page.PressAsync(Words.Earlier("ReadIt"));
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = Words.Earlier("NoFile") })).ToBeVisibleAsync();
        await _album.LookAsync(page, "hent-inn-rapport-feil");
        await page.GetByLabel(Words.Earlier("Paste")).FillAsync(await File.ReadAllTextAsync(Report("stad-2021.txt")));
        await page.PressAsync(Words.Earlier("ReadIt"));

        await page.LiveAsync();
        // What was understood, and the year that cannot be right.
        await Expect(page.GetByLabel(Words.Earlier("FactDate"), new() { Exact = true })).ToHaveValueAsync("07.06.2021");
        await Expect(page.GetByText(Words.Earlier("WrittenSo", "7. juni 20021"))).ToBeVisibleAsync();
        await _album.LookAsync(page, "rapport-inn");

        // Corrections by the keyboard alone: another role, and back.
        var row = page.Locator(".piece").Filter(new() { HasText = "Bildetekst" });
        await row.GetByRole(AriaRole.Button).PressAsync("Enter");
        await row.GetByLabel(Words.Earlier("Role")).SelectOptionAsync(new SelectOptionValue { Value = "Closing" });
        await Expect(row.GetByLabel(Words.Earlier("Text"))).ToHaveValueAsync("Bildetekst");
        await _album.LookAsync(page, "rapport-inn-rett");
        await page.GetByLabel(Words.Earlier("FactTitle"), new() { Exact = true }).FillAsync("Femte samling");
        await page.GetByLabel(Words.Earlier("FactTitle"), new() { Exact = true }).BlurAsync();
        await Expect(page.Locator(".work-bar .state")).ToHaveTextAsync(Words.Earlier("Kept"));

        // It survives a reload, and a correction can be undone.
        await page.ReloadAsync();
        await page.LiveAsync();
        await Expect(page.GetByLabel(Words.Earlier("FactTitle"), new() { Exact = true })).ToHaveValueAsync("Femte samling");
        await Expect(row.Locator(".role")).ToHaveTextAsync(Words.Earlier("RoleClosing"));
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = Words.Earlier("LeaveOut"), Exact = true }).ClickAsync();
        await Expect(row.GetByLabel(Words.Earlier("Reason"))).ToBeVisibleAsync();
        await page.PressAsync(Words.Earlier("Undo"));
        await Expect(row.GetByLabel(Words.Earlier("Text"))).ToHaveValueAsync("Bildetekst");
        await row.GetByRole(AriaRole.Button, new() { Name = Words.Earlier("LeaveOut"), Exact = true }).ClickAsync();

        // A pair that nobody wrote down, given by hand.
        await page.GetByLabel(Words.Earlier("PairMember1"), new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Stad" });
        await page.GetByLabel(Words.Earlier("PairMember2"), new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Bergen" });
        await page.PressAsync(Words.Earlier("AddPair"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{Words.Earlier("Remove")} Stad – Bergen" })).ToBeVisibleAsync();

        // Nothing is made before it is asked for, and what is missing is told where it is missing.
        await page.GetByLabel(Words.Earlier("FactNetwork"), new() { Exact = true }).FillAsync("");
        await page.PressAsync(Words.Earlier("Make"));
        await Expect(page.Locator("#network-error")).ToHaveTextAsync(Words.Earlier("FaultMissing"));
        await page.GetByLabel(Words.Earlier("FactNetwork"), new() { Exact = true }).FillAsync("Kortreist Kvalitet");
        await page.PressAsync(Words.Earlier("Make"));
        await page.ComesToAsync("rapport");
        await Expect(page.Locator(".card .said").First).ToHaveTextAsync("Løsninger dukker opp og forsvinner igjen");
        var original = page.GetByText("Originalen:");
        var download = await page.RunAndWaitForDownloadAsync(() => original.ClickAsync());
        Assert.Contains("Kortreist kvalitetssamling", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        _album.MustBeFine();
    }

    private static string Report(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "tests", "corpora"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests", "corpora", "reports", name);
    }
}
