using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>Several rounds in one gathering: new partners in each, and each with an exchange of its own.</summary>
public sealed class RoundRulesTests
{
    private const int SecondRound = 6;

    [Fact]
    public void The_next_round_begins_with_its_own_pairs_and_going_back_brings_those_of_the_first()
    {
        var story = Story.WithRounds().Until(PhaseKind.Board);
        Assert.Equal([Ids.Pair(0), Ids.Pair(1)], story.Now.Workshop.Pairs.Select(pair => pair.Id));
        story.When(Story.Facilitator, new PhaseEntered(4, SecondRound)).Stands();
        Assert.Equal((1, 2), (story.Now.Workshop.Round, story.Now.Workshop.Rounds));
        Assert.Equal([(Ids.Pair(2), 1), (Ids.Pair(3), 1)], story.Now.Workshop.Pairs.Select(pair => (pair.Id, pair.Round)));
        Assert.Equal(Ids.Party(3), story.SeenBy(Story.From(0)).OwnPair!.Members[0]);
        story.When(Story.Facilitator, new PhaseEntered(SecondRound, 4)).Stands();
        Assert.Equal([Ids.Pair(0), Ids.Pair(1)], story.Now.Workshop.Pairs.Select(pair => pair.Id));
    }

    [Fact]
    public void The_exchange_of_a_later_round_begins_anew()
    {
        var story = Story.WithRounds()
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Avfall", 0))
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(0), NoteKind.Barrier, "Tid")).Stands()
            .When(Story.Facilitator, new PhaseEntered(4, SecondRound));
        // What was presented to the first partner is not yet presented to the second, and no notes are written yet.
        Assert.True(story.SeenBy(Story.From(3)).Work(Ids.Party(0))!.Text(TextField.Challenge).Text.IsEmpty);
        Assert.Equal("Avfall", story.SeenBy(Story.From(0)).Work(Ids.Party(0))!.Text(TextField.Challenge).Text.Value);
        story.When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Penger")).IsRefused(RefusalReason.NotYet);
        story.When(Story.From(3), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Recognise, "Ja", 0)).IsRefused(RefusalReason.NotYet);
        story.When(Story.Facilitator, new TurnPassed(Ids.Pair(2), 1)).Stands();
        Assert.Equal("Avfall", story.SeenBy(Story.From(3)).Work(Ids.Party(0))!.Text(TextField.Challenge).Text.Value);
        story.When(Story.From(3), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Recognise, "Ja", 0)).Stands();
    }

    [Fact]
    public void Each_round_has_its_own_board_and_the_earlier_one_can_still_be_read_by_those_who_wrote_it()
    {
        var story = WithNotesInBoth();
        var first = story.SeenBy(Story.From(1));
        Assert.Equal(["B1"], first.Board(first.OwnPair!).Select(note => note.Note.Text.Value));
        var earlier = Assert.Single(first.EarlierPairs);
        Assert.Equal(["A"], first.Board(earlier).Select(note => note.Note.Text.Value));
        // A new partner reads nothing of it.
        var partner = story.SeenBy(Story.From(4));
        Assert.Empty(partner.Board(earlier));
        Assert.Equal(["A", "B0", "B1"], story.SeenBy(Story.Facilitator).AllNotes.Select(note => note.Note.Text.Value).Order());
        story.When(Story.From(3), new NoteVoted(new NoteRef(Ids.Party(0), Ids.Note(0)), true)).IsRefused(RefusalReason.NotYet);
        story.When(Story.From(3), new NoteAgreed(new NoteRef(Ids.Party(0), Ids.Note(0)), true)).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(3), new NoteAgreed(new NoteRef(Ids.Party(0), Ids.Note(2)), true)).Stands();
    }

    [Fact]
    public void Votes_are_counted_for_each_round()
    {
        var story = Story.WithRounds().Until(PhaseKind.Prioritising);
        for (var note = 0; note < Limits.Votes; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Lapp {note}"))
                .When(Story.From(0), new NoteVoted(new NoteRef(Ids.Party(0), Ids.Note(note)), true)).Stands();
        Assert.Equal(0, story.SeenBy(Story.From(0)).VotesLeft);
        story.When(Story.Facilitator, new PhaseEntered(5, SecondRound)).Stands();
        Assert.Equal(Limits.Votes, story.SeenBy(Story.From(0)).VotesLeft);
    }

    [Fact]
    public void Feedback_of_the_first_round_is_read_in_the_second_by_the_one_who_got_it_and_by_no_new_partner()
    {
        var story = Story.WithRounds()
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Avfall", 0))
            .Until(PhaseKind.Feedback)
            .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.WouldDo, "Spør naboen", 0))
            .When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands()
            .When(Story.Facilitator, new PhaseEntered(3, SecondRound)).Stands();
        Assert.Equal("Spør naboen", story.SeenBy(Story.From(0)).EarlierFeedback(Ids.Party(1)).Reply(FeedbackPrompt.WouldDo).Text.Value);
        Assert.True(story.SeenBy(Story.From(4)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).IsEmpty);
        Assert.False(story.SeenBy(Story.Facilitator).ProgressOf(Ids.Party(1))!.HandedOver);
    }

    [Fact]
    public void A_round_cannot_begin_without_its_pairs()
    {
        var story = Story.WithPairs(2, 3).When(Story.Organiser, new WorkshopPlanned("tema", Story.TwoRounds)).Until(PhaseKind.Prioritising);
        story.When(Story.Facilitator, new PhaseEntered(5, SecondRound)).IsRefused(RefusalReason.RoundHasNoPairs);
        story.When(Story.Facilitator, new PairsProposed(story.Now.Workshop.Pairs, [[Story.Grouped(2, 3, 0), Story.Grouped(3, 4, 1, 2)]]))
            .When(Story.Facilitator, new PairsShown())
            .When(Story.Facilitator, new PhaseEntered(5, SecondRound)).Stands();
    }

    [Fact]
    public void A_pair_goes_ahead_within_its_round_only()
    {
        var story = Story.WithRounds().Until(PhaseKind.Feedback);
        story.When(Story.Facilitator, new PairMoved(Ids.Pair(0), 3, SecondRound)).IsRefused(RefusalReason.OtherRound);
        story.When(Story.Facilitator, new PairMoved(Ids.Pair(0), 3, 4)).Stands();
        // In the next round everybody is in the same place.
        story.When(Story.Facilitator, new PhaseEntered(3, SecondRound)).Stands();
        Assert.All(story.Now.Workshop.Pairs, pair => Assert.Equal((null, 0), (pair.Own, pair.Turn)));
    }

    [Fact]
    public void The_pairs_at_work_stay_while_the_rounds_that_are_left_get_others()
    {
        var story = Story.WithRounds().Until(PhaseKind.Presentation).When(Story.Facilitator, new TurnPassed(Ids.Pair(0), 1)).Stands();
        story.When(Story.Facilitator, new PairsProposed(story.Now.Workshop.Pairs, [[Story.Grouped(8, 0, 4), Story.Grouped(9, 1, 2)]]))
            .When(Story.Facilitator, new PairsShown()).Stands();
        Assert.Equal(1, story.Now.Workshop.Pairs[0].Turn);
        Assert.Equal([Ids.Pair(8), Ids.Pair(9)], story.Now.Workshop.PairsIn(1).Select(pair => pair.Id));
        Assert.Empty(story.SeenBy(Story.From(0)).PairsIn(1));
        Assert.Equal(2, story.SeenBy(Story.Observer).PairsIn(1).Count);
    }

    [Fact]
    public void A_pair_is_in_one_round_and_no_round_is_beyond_the_plan()
    {
        var story = Story.WithRounds();
        var pairs = story.Now.Workshop.Pairs;
        story.When(Story.Facilitator, new PairsProposed(pairs, [pairs])).IsRefused(RefusalReason.GroupsDoNotFit);
        story.When(Story.Facilitator, new PairsProposed(pairs, [[], [Story.Grouped(8, 0, 1)]])).IsRefused(RefusalReason.GroupsDoNotFit);
        story.When(Story.Facilitator, new PairsProposed(pairs, [[Story.Grouped(8, 0)]])).IsRefused(RefusalReason.GroupsDoNotFit);
    }

    [Fact]
    public void A_party_of_a_later_round_is_not_withdrawn_and_a_plan_has_no_more_than_three_rounds()
    {
        var story = Story.Planned(5).When(Story.Organiser, new WorkshopPlanned("tema", Story.TwoRounds))
            .When(Story.Facilitator, new PairsProposed([Story.Grouped(0, 0, 1)], [[Story.Grouped(1, 2, 3)]]))
            .When(Story.Facilitator, new PairsShown())
            .When(Story.Facilitator, new PersonShownOut(Ids.Person(3))).Stands();
        story.When(Story.Organiser, new PartyWithdrawn(Ids.Party(3))).IsRefused(RefusalReason.PartyHasBegun);
        story.When(
                Story.Organiser,
                new WorkshopPlanned("tema", [.. Enumerable.Repeat(new Phase(PhaseKind.Board, 5) { NewRound = true }, 4)])
            )
            .IsRefused(RefusalReason.TooManyRounds);
    }

    [Fact]
    public void The_plan_may_change_ahead_but_not_which_round_everybody_is_in()
    {
        var story = Story.WithRounds().Until(PhaseKind.Feedback).When(Story.Facilitator, new PhaseEntered(3, SecondRound)).Stands();
        var plan = story.Now.Workshop.Plan;
        story.When(Story.Organiser, new WorkshopPlanned("tema", plan.SetItem(SecondRound, plan[SecondRound] with { NewRound = false })))
            .IsRefused(RefusalReason.RoundHasBegun);
        story.When(Story.Organiser, new WorkshopPlanned("tema", plan.SetItem(8, plan[8] with { NewRound = true }))).Stands();
        Assert.Equal(3, story.Now.Workshop.Rounds);
    }

    [Fact]
    public void The_report_and_the_archive_have_the_pairs_of_each_round_and_an_import_reads_them()
    {
        var story = WithNotesInBoth().When(Story.Facilitator, new WorkshopClosed());
        var report = GatheringReport.Of(story.Now, attributed: true);
        Assert.Equal([1, 1, 2, 2], report.Groups.Select(group => group.Round));
        Assert.Equal([2, 3, 0, 0], report.Groups.Select(group => group.Contributions.Count));
        Assert.Equal(
            ["A: Kommune 0 + Kommune 1", "B0: Kommune 3 + Kommune 0", "B1: Kommune 4 + Kommune 1 + Kommune 2"],
            report.Notes.Select(note => $"{note.Text}: {string.Join(" + ", note.Origin!.Group)}")
        );
        var archive = GatheringArchives.Of(story.Now);
        var imported = new Story().When(Story.Organiser, new GatheringImported(archive)).Stands().Now;
        Assert.Equal([(0, 2), (0, 3), (1, 2), (1, 3)], imported.Workshop.AllPairs.Select(pair => (pair.Round, pair.Members.Count)));
        Assert.Equal(GatheringJson.Write(archive.Work), GatheringJson.Write(GatheringArchives.Of(imported).Work));
        Assert.Equal(GatheringJson.Write(archive.Pairs), GatheringJson.Write(GatheringArchives.Of(imported).Pairs));
    }

    [Fact]
    public void A_gathering_with_one_round_is_stored_as_before()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Board).When(Story.From(0), new NoteAdded(Ids.Note(0), NoteKind.Barrier, "Tid"));
        var json = GatheringJson.Write(story.Now) + GatheringJson.Write(story.Log);
        Assert.DoesNotContain("round", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("later", json, StringComparison.OrdinalIgnoreCase);
    }

    // The first pair writes A in the first round; in the second, 0 writes B0 and 1 writes B1.
    private static Story WithNotesInBoth() => Story.WithRounds().Until(PhaseKind.Board)
        .When(Story.From(0), new NoteAdded(Ids.Note(0), NoteKind.Barrier, "A"))
        .When(Story.Facilitator, new PhaseEntered(4, SecondRound))
        .When(Story.Facilitator, new PhaseEntered(SecondRound, 8))
        .When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "B0"))
        .When(Story.From(1), new NoteAdded(Ids.Note(3), NoteKind.Opportunity, "B1"))
        .Stands();
}
