using System.Collections.Immutable;
using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Console;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class PairTableTests : ConsoleContext
{
    [Fact]
    public async Task At_178_pairs_a_note_renders_one_row()
    {
        var page = Open(TestData.At(PhaseKind.Board, [.. Enumerable.Repeat(2, 177), 3]));
        var rows = page.FindComponents<PairTableRow>();
        Assert.Equal(178, rows.Count);
        Assert.Contains("is-dense", page.Find("table").ClassName, StringComparison.Ordinal);
        var before = rows.Select(row => row.RenderCount).ToList();
        await DoAsync(TestData.From(10), new NoteAdded(TestData.Note(1), NoteKind.Barrier, "Mangler lager"));
        page.WaitForAssertion(() => Assert.Contains("1 lapp", page.Find(".sub").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, rows.Select((row, index) => row.RenderCount - before[index]).Sum());
    }

    [Fact]
    public void Many_changes_within_a_moment_are_shown_together()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2, 2));
        var rows = page.FindComponents<PairTableRow>();
        var before = rows.Select(row => row.RenderCount).ToList();
        for (var note = 0; note < 30; note++)
            _ = Rooms.SubmitAsync(
                TestData.Id,
                TestData.From(note % 4),
                new NoteAdded(TestData.Note(note), NoteKind.Barrier, $"Lapp {note}"),
                Guid.NewGuid()
            );
        Settle();
        page.WaitForAssertion(() => Assert.Contains("30 lapper", page.Find(".sub").TextContent, StringComparison.Ordinal));
        Assert.All(rows.Select((row, index) => row.RenderCount - before[index]), renders => Assert.InRange(renders, 1, 2));
    }

    [Fact]
    public void They_come_in_the_order_of_need_and_otherwise_as_they_stand()
    {
        var gathering = TestData.Fold(TestData.At(PhaseKind.Board, 2, 2, 2, 2, 3),
        [
            (TestData.From(0), new DoneSaid(true)), (TestData.From(1), new DoneSaid(true)),
            (TestData.From(4), new NoteAdded(TestData.Note(1), NoteKind.Barrier, "Lager")),
            (TestData.From(8), new NoteAdded(TestData.Note(2), NoteKind.Barrier, "Folk")),
            (TestData.From(6), new HelpAsked(HelpReason.Technical)),
        ]);
        var lines = Lines(gathering, TimeSpan.FromMinutes(1), Enumerable.Range(0, 11).Except([2]));
        Assert.Equal([PairNeed.Help, PairNeed.Absent, PairNeed.Working, PairNeed.Working, PairNeed.Done], lines.Select(line => line.Need));
        Assert.Equal(
            ["Trondheim + Re", "Kristiansand + Bergen", "Asker + Hurdal", "Kommune 8 + Kommune 9 + Kommune 10", "Stad + Arendal"],
            lines.Select(line => line.Names)
        );
        Assert.Equal("Tre i gruppa: A → B → C → A", lines[3].Remark);
    }

    [Fact]
    public void Who_has_fallen_silent_where_one_writes_is_told_after_three_minutes_and_not_in_a_pause()
    {
        var gathering = TestData.At(PhaseKind.Board, 2);
        Assert.Equal(PairNeed.Working, Lines(gathering, TimeSpan.FromMinutes(2.9), [0, 1])[0].Need);
        var quiet = Lines(gathering, TimeSpan.FromMinutes(4.5), [0, 1])[0];
        Assert.Equal((PairNeed.Quiet, "Stille i 4 min"), (quiet.Need, quiet.Remark));
        var paused = TestData.Fold(gathering, [(TestData.Facilitator, new ClockPaused())]);
        Assert.Equal(PairNeed.Working, Lines(paused, TimeSpan.FromMinutes(4.5), [0, 1])[0].Need);
    }

    [Fact]
    public void One_that_has_written_far_more_than_the_other_is_told()
    {
        var gathering = TestData.Fold(
            TestData.At(PhaseKind.Writing, 2),
            [(TestData.From(0), new TextWritten(TextField.Challenge, new string('x', 500), 0))]
        );
        Assert.Equal("Stad har skrevet mye mer enn Arendal", Lines(gathering, TimeSpan.Zero, [0, 1])[0].Remark);
    }

    [Fact]
    public void Progress_is_told_in_words_too()
    {
        var gathering = TestData.Fold(TestData.At(PhaseKind.Board, 2),
        [
                (TestData.From(0), new TextWritten(TextField.Challenge, "Ombruk", 0)),
                (TestData.From(0), new TextWritten(TextField.Solutions, "Lager", 0)),
                (TestData.From(1), new FeedbackWritten(TestData.Party(0), FeedbackPrompt.Recognise, "Kjent", 0)),
                (TestData.From(1), new FeedbackHandedOver(TestData.Party(0))),
            (TestData.From(0), new FeedbackAnswered(TestData.Party(1), "Takk", 0)),
        ]);
        Assert.Equal(new PairSteps(2, 1, 1, 1, 0), Lines(gathering, TimeSpan.Zero, [])[0].Steps);
        Assert.Contains(
            "Skrevet: 1 av 2. Gitt tilbakemelding: 1 av 2. Svart: 1 av 2. Lapper fra: 0 av 2",
            Open(gathering).Find("tbody").TextContent,
            StringComparison.Ordinal
        );
    }

    private IReadOnlyList<PairLine> Lines(Gathering gathering, TimeSpan later, IEnumerable<int> here)
    {
        var presence = new PresenceSnapshot(here.ToImmutableDictionary(TestData.Person, TestData.Party), []);
        return Services
            .GetRequiredService<PairLines>()
            .Of(GatheringView.For(gathering, TestData.Facilitator), presence, TestData.Start + later);
    }
}
