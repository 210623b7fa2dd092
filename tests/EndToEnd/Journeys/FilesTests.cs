using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The organiser fetches every file from the desk, and takes a gathering in again from its archive.</summary>
[Collection(nameof(Theatre))]
public sealed class FilesTests(Theatre theatre)
{
    [Fact]
    public async Task Every_file_is_fetched_at_the_desk_and_the_archive_becomes_a_gathering_again()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Blåbær på sjøen", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Ingen eier ombruket");
        await organiser.OpenAsync("rapport");
        // The list is drawn with the line; asked for at once, it may not be there yet.
        await Expect(organiser.Page.Locator(".files a[download]").First).ToBeVisibleAsync();
        var links = await organiser.Page.Locator(".files a[download]").AllAsync();
        var kept = new Dictionary<string, string>();
        // LibreOffice is given 90 seconds for a document, and the bundle has two of them.
        var patience = new PageRunAndWaitForDownloadOptions { Timeout = 180_000 };
        foreach (var link in links)
        {
            var download = await organiser.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync(), patience);
            Assert.StartsWith("2026-11-23 Blåbær på sjøen", download.SuggestedFilename, StringComparison.Ordinal);
            var file = await download.PathAsync();
            Assert.True(new FileInfo(file).Length > 100, download.SuggestedFilename);
            kept[download.SuggestedFilename] = file;
        }

        Assert.Equal(links.Count, kept.Count);
        var archive = kept.Single(file => file.Key.EndsWith("(arkiv).json", StringComparison.Ordinal)).Value;

        await TakeInAsync();
        await Expect(organiser.Page.Locator(".faults li")).ToHaveTextAsync(Words.Import("Exists", "Blåbær på sjøen"));
        await organiser.Page.GetByLabel(Words.Import("Copy")).CheckAsync();
        await TakeInAsync(stay: true);
        await organiser.Page.WaitForURLAsync("**/rapport");
        await Expect(organiser.Page.GetByText("Ingen eier ombruket").First).ToBeVisibleAsync();

        async Task TakeInAsync(bool stay = false)
        {
            if (!stay) await organiser.Page.GotoAsync("/samlinger/hent-inn");
            await organiser.Page.Locator("#fil").SetInputFilesAsync(archive);
            await organiser.Page.PressAsync(Words.Import("TakeIn"));
        }
    }
}
