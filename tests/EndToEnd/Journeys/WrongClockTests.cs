using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>R10: a device four hours behind and one four hours ahead, and one that is set while people write.</summary>
public sealed class WrongClockTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const int Hour = 3_600_000;

    [Fact]
    public async Task Devices_hours_wrong_show_the_same_time_left_and_keep_the_order_of_what_is_written()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Feil klokke", "Stad", "Arendal");
        var behind = await WithClockAsync(code, "Stad", -4 * Hour);
        var ahead = await WithClockAsync(code, "Arendal", 4 * Hour);
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await behind.IsAtAsync(PhaseKind.Board);
        await ahead.IsAtAsync(PhaseKind.Board);

        var left = await new[] { behind.Page, ahead.Page, organiser.Page }.SecondsAsync();
        Assert.InRange(left.Max() - left.Min(), 0, 5);
        Assert.InRange(left.Min(), 60, 60 * 60);

        // Set back while notes are written: they stand in the order they were written, and are told to be new.
        await ahead.AddNoteAsync(NoteKind.Barrier, "Først");
        await ahead.Page.EvaluateAsync($"window.offBy = {-4 * Hour}");
        await ahead.AddNoteAsync(NoteKind.Barrier, "Så");
        await behind.AddNoteAsync(NoteKind.Barrier, "Sist");
        await ahead.SeesNoteAsync(NoteKind.Barrier, "Sist");
        foreach (var page in new[] { behind.Page, ahead.Page })
        {
            var words = await page.Locator(".note-barrier .text").AllInnerTextsAsync();
            Assert.True(
                words.SequenceEqual(["Først", "Så", "Sist"]) || words.SequenceEqual(["Sist", "Så", "Først"]),
                string.Join(" | ", words)
            );
            await Expect(page.Locator(".note-barrier time").First).ToHaveTextAsync(Words.Common("AgoNow"));
        }
    }

    private async Task<Participant> WithClockAsync(string code, string party, int offBy)
    {
        var page = await theatre.NewPageAsync();
        await page.AddInitScriptAsync($$"""
            window.offBy = {{offBy}};
            const Real = Date;
            window.Date = class extends Real {
              constructor(...parts) { super(...parts.length ? parts : [Real.now() + window.offBy]); }
              static now() { return Real.now() + window.offBy; }
            };
            """);
        var participant = new Participant(page, party);
        await participant.JoinAsync(code);
        return participant;
    }
}

internal static class ClockReading
{
    /// <summary>What is left on each page's clock, in seconds, read as nearly at once as can be.</summary>
    public static async Task<IReadOnlyList<int>> SecondsAsync(this IEnumerable<IPage> pages)
    {
        var texts = await Task.WhenAll(pages.Select(page => page.Locator("dip-clock .time").First.InnerTextAsync()));
        return
        [
            .. texts.Select(text =>
                text.Split(':') is [var minutes, var seconds] ? (int.Parse(minutes, null) * 60) + int.Parse(seconds, null) : -1
            ),
        ];
    }
}
