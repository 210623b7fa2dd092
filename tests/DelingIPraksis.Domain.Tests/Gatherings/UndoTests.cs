using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class UndoTests
{
    [Fact]
    public void Everybody_is_back_with_the_time_and_the_turns_they_had()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Presentation)
            .After(TimeSpan.FromMinutes(4))
            .When(Story.Facilitator, new TurnPassed(Ids.Pair(0), 1))
            .Stands();
        var left = story.Now.Workshop.Clock!.Remaining(story.Clock);
        Done(story, new PhaseEntered(2, 3)).After(TimeSpan.FromMinutes(2));
        UndoLast(story);
        Assert.Equal(PhaseKind.Presentation, story.Now.Workshop.Phase!.Kind);
        Assert.Equal(left, story.Now.Workshop.Clock!.Remaining(story.Clock));
        Assert.Equal([1, 0], story.Now.Workshop.Pairs.Select(pair => pair.Turn));
    }

    public static TheoryData<string> Doings() => [.. Changes.Keys];

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["a pair is moved"] = new PairMoved(Ids.Pair(0), 2, 4),
        ["more time"] = new TimeAdded(5),
        ["less time for all"] = new TimeAdded(-2),
        ["the turn is passed"] = new TurnPassed(Ids.Pair(1), 1),
        ["a message to all"] = new MessageSent("Snart pause."),
        ["a message to some"] = new MessageSent("Vi venter på dere.", [Ids.Party(0)]),
        ["somebody is shown out"] = new PersonShownOut(Ids.Person(1)),
        ["the door is closed"] = new DoorSet(false),
        ["a wish"] = new PairWished(new PairWish(Ids.Party(0), Ids.Party(2), Together: false)),
    };

    [Theory]
    [MemberData(nameof(Doings))]
    public void What_is_undone_is_as_it_was(string doing)
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Presentation);
        var before = story.Now;
        Done(story, Changes[doing]);
        UndoLast(story);
        // That a pair has once been further ahead, and that somebody has been presented, is not unseen by going back.
        var after = story.Now.Workshop with
        {
            Pairs = story.Now.Workshop.Pairs.ConvertAll(pair => pair with { Furthest = -1 }),
            Work = before.Workshop.Work,
        };
        Assert.Equal(GatheringJson.Write(before.Workshop), GatheringJson.Write(after));
        Assert.Equal(GatheringJson.Write(before.People), GatheringJson.Write(story.Now.People));
        Assert.Equal(before.DoorOpen, story.Now.DoorOpen);
    }

    [Fact]
    public void Pairs_that_were_shown_by_mistake_are_put_back_and_the_writing_has_followed_its_party()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid"))
            .Stands();
        var pairs = story.Now.Workshop.Pairs;
        story
            .When(
                Story.Facilitator,
                new PairsProposed([
                    new Pair(Ids.Pair(7), [Ids.Party(0), Ids.Party(2)], []),
                    new Pair(Ids.Pair(8), [Ids.Party(1), Ids.Party(3)], []),
                ])
            )
            .Stands();
        Done(story, new PairsShown());
        UndoLast(story);
        Assert.Equal(pairs.Select(pair => pair.Id), story.Now.Workshop.Pairs.Select(pair => pair.Id));
        Assert.Single(story.WorkOf(0).Notes);
    }

    [Fact]
    public void The_beginning_is_undone_and_begun_again_with_a_new_clock()
    {
        var story = Story.WithPairs(2, 2);
        var before = story.Now.Workshop;
        Done(story, new PhaseEntered(-1, 0)).After(TimeSpan.FromMinutes(2));
        UndoLast(story);
        // That a phase has been opened is not unseen.
        Assert.Equal(GatheringJson.Write(before), GatheringJson.Write(story.Now.Workshop with { Furthest = -1 }));
        Done(story, new PhaseEntered(-1, 0));
        Assert.Equal(story.Clock, story.Now.Workshop.Clock!.StartedAt);
        story.When(Story.Facilitator, new PhaseEntered(0, -2)).IsRefused(RefusalReason.NoSuchPhase);
    }

    [Fact]
    public void The_first_pairs_become_a_proposal_again_and_what_was_written_is_on_the_board_when_they_are_shown_anew()
    {
        var story = Story.Planned(4).When(Story.Facilitator, new PairsProposed(Twos)).Stands();
        Done(story, new PairsShown());
        var shown = story.Log.Count;
        story.Until(PhaseKind.Board).When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
        foreach (
            var change in Undo.Of(
                Rules.Fold(new Gathering(story.Now.Id), story.Log.Take(shown - 1)), story.Log[shown - 1], story.Now, story.Clock)
        )
            Done(story, change);
        Assert.Empty(story.Now.Workshop.Pairs);
        Assert.Equal(Twos.Select(pair => pair.Id), story.Now.Workshop.Proposal.Select(pair => pair.Id));
        Assert.Single(story.WorkOf(0).Notes);
        story.When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Penger")).IsRefused(RefusalReason.NotPaired);
        Done(story, new PairsShown());
        Assert.Single(story.SeenBy(Story.From(1)).Board(story.Now.Workshop.Pairs[0]));
    }

    [Fact]
    public void The_first_proposal_is_taken_away_again()
    {
        var story = Story.Planned(4);
        Done(story, new PairsProposed(Twos));
        UndoLast(story);
        Assert.Empty(story.Now.Workshop.Proposal);
        story.When(Story.Facilitator, new PairsShown()).IsRefused(RefusalReason.NothingProposed);
    }

    [Fact]
    public void What_can_be_undone_says_so_and_is_undone_by_changes_of_the_same_screen() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        foreach (var entry in story.Log.Where(entry => !Undo.Of(story.Now, entry, story.Now, story.Clock).IsEmpty))
        {
            Assert.IsAssignableFrom<IUndoable>(entry.Change);
            Assert.All(
                Undo.Of(story.Now, entry, story.Now, story.Clock),
                change => Assert.Equal(
                (entry.Change is IOfConsole, entry.Change is IOfProgramme, entry.Change is IOfDesk),
                (change is IOfConsole, change is IOfProgramme, change is IOfDesk)));
        }
    });

    private static readonly Gen<Change> Timing = Gen.OneOf(
        Gen.Select(Gen.Int[-1, 7], Gen.Int[-1, 7], Change (from, to) => new PhaseEntered(from, to)),
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 7], Gen.Int[0, 7], Change (pair, from, to) => new PairMoved(Ids.Pair(pair), from, to)),
        Gen.Select(Gen.Int[-40, 20], Gen.Int[-1, 1], Change (minutes, pair) => new TimeAdded(minutes, pair < 0 ? null : Ids.Pair(pair))),
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Change (pair, turn) => new TurnPassed(Ids.Pair(pair), turn)),
        Gen.OneOf<Change>([.. Groupings, new PairsShown(), new PairsTakenBack()]),
        Gen.OneOf<Change>(new ClockPaused(), new ClockResumed(), new WorkshopClosed(), new WorkshopReopened(AsItWas: true)));

    // As they are, all in new pairs, and one pair that stays.
    private static IEnumerable<Change> Groupings =>
    [
        new PairsProposed([Grouped(0, 0, 1), Grouped(1, 2, 3, 4)]),
        new PairsProposed([Grouped(7, 0, 2), Grouped(8, 1, 3, 4)]),
        new PairsProposed([Grouped(0, 0, 1), Grouped(9, 3, 2, 4)]),
        new PairsProposed([Grouped(0, 0, 1), Grouped(1, 2, 3, 4)], [[Grouped(2, 3, 0), Grouped(3, 4, 1, 2)]]),
        new PairsProposed([Grouped(7, 0, 2), Grouped(8, 1, 3, 4)], [[Grouped(5, 0, 4), Grouped(6, 3, 1, 2)]]),
    ];

    private static Pair Grouped(int pair, params int[] members) => Story.Grouped(pair, members);

    [Fact]
    public void Undoing_gives_everybody_the_step_the_turn_and_the_time_that_they_had() =>
        Gen.Select(Timing.List[0, 30], Timing.List[1, 30], Gen.Int[0, 300], Gen.Bool)
            .Sample(
                (lead, tries, late, rounds) =>
    {
        var story = (rounds ? Story.WithRounds() : Story.WithPairs(2, 3)).Until(PhaseKind.Presentation);
        foreach (var change in lead) story.After(TimeSpan.FromSeconds(17)).When(Story.Facilitator, Fitted(story, change));
        var before = story.Now;
        foreach (var change in tries)
        {
            if (story.After(TimeSpan.FromSeconds(11)).When(Story.Facilitator, Fitted(story, change)).Refusal is null) break;
        }

        if (story.Now == before) return;
        var done = story.Log[^1];
        // When it is ended nobody is moved, and so a pair keeps the clock of its own that more time gave it.
        if (before.Workshop.ClosedAt is not null && done.Change is not WorkshopReopened) return;
        story.After(TimeSpan.FromSeconds(late));
        foreach (var change in Undo.Of(before, done, story.Now, story.Clock)) story.When(Story.Facilitator, change).Stands();
        var (was, now) = (before.Workshop, story.Now.Workshop);
        Assert.Equal(was.ClosedAt is null, now.ClosedAt is null);
        Assert.Equal(was.Position, now.Position);
        Same(was.Clock, now.Clock);
        Assert.Equal(was.Pairs.Select(pair => pair.Id), now.Pairs.Select(pair => pair.Id));
        Assert.Equal(was.Proposal.Select(pair => pair.Id), now.Proposal.Select(pair => pair.Id));
        Assert.Equal(OtherIds(was), OtherIds(now));
        foreach (var (then, pair) in was.Pairs.Zip(now.Pairs))
        {
            Assert.Equal((then.Turn, then.TurnBegan, then.Own?.Position), (pair.Turn, pair.TurnBegan, pair.Own?.Position));
            Same(then.Own?.Clock, pair.Own?.Clock);
        }

        // One that stood still stands still with the time it had; one that ran has lost no more than has passed.
        void Same(PhaseClock? then, PhaseClock? clock)
        {
            Assert.Equal((then is null, then?.PausedAt is null), (clock is null, clock?.PausedAt is null));
            if (then is null || clock is null) return;
            Assert.InRange(clock.Remaining(story.Clock), then.Remaining(story.Clock), then.Remaining(done.At));
        }
    });

    private static IEnumerable<Id<Pair>> OtherIds(Workshop workshop) => [
        .. Enumerable.Range(0, workshop.Rounds).Where(round => round != workshop.Round).SelectMany(workshop.PairsIn)
            .Select(pair => pair.Id),
        .. (workshop.ProposedLater ?? []).SelectMany(pairs => pairs).Select(pair => pair.Id),
    ];

    // It says from where, and only one that knows is heard.
    private static Change Fitted(Story story, Change change) => change switch
    {
        PhaseEntered c => c with { From = story.Now.Workshop.Position },
        PairMoved c => c with { From = story.Now.Workshop.PlaceOf(story.Now.Workshop.Pairs.Find(pair => pair.Id == c.Pair)).Position },
        _ => change,
    };

    [Fact]
    public void A_session_that_was_paused_when_it_was_ended_is_paused_when_it_is_opened_again()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing).After(TimeSpan.FromMinutes(2));
        Done(story, new ClockPaused());
        var left = story.Now.Workshop.Clock!.Remaining(story.Clock);
        Done(story.After(TimeSpan.FromMinutes(1)), new WorkshopClosed());
        Done(story.After(TimeSpan.FromMinutes(5)), new WorkshopReopened(AsItWas: true)).After(TimeSpan.FromMinutes(1));
        Assert.NotNull(story.Now.Workshop.Clock!.PausedAt);
        Assert.Equal(left, story.Now.Workshop.Clock!.Remaining(story.Clock));
    }

    [Fact]
    public void A_session_that_ran_when_it_was_ended_runs_on_with_the_time_it_had()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing).After(TimeSpan.FromMinutes(2));
        var left = story.Now.Workshop.Clock!.Remaining(story.Clock);
        Done(story, new WorkshopClosed());
        Done(story.After(TimeSpan.FromDays(1)), new WorkshopReopened(AsItWas: true));
        Assert.Equal(left, story.Now.Workshop.Clock!.Remaining(story.Clock));
        Assert.Null(story.Now.Workshop.Clock!.PausedAt);
    }

    [Fact]
    public void Going_on_in_a_break_ends_the_break_also_for_a_pair_that_is_ahead()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing);
        Done(story, new PairMoved(Ids.Pair(0), story.Now.Workshop.Position, 4));
        var left = story.Now.Workshop.Pairs[0].Own!.Clock.Remaining(story.Clock);
        Done(story, new ClockPaused());
        Done(story.After(TimeSpan.FromMinutes(10)), new PhaseEntered(story.Now.Workshop.Position, story.Now.Workshop.Position + 1));
        Assert.Null(story.Now.Workshop.Pairs[0].Own!.Clock.PausedAt);
        Assert.Equal(left, story.Now.Workshop.Pairs[0].Own!.Clock.Remaining(story.Clock));
        UndoLast(story);
        Assert.NotNull(story.Now.Workshop.Pairs[0].Own!.Clock.PausedAt);
    }

    [Fact]
    public void A_clock_that_was_set_going_after_the_end_runs_on_when_the_opening_is_undone()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing);
        Done(story.After(TimeSpan.FromMinutes(1)), new WorkshopClosed());
        Done(story.After(TimeSpan.FromMinutes(1)), new ClockResumed());
        Done(story.After(TimeSpan.FromMinutes(1)), new WorkshopReopened(AsItWas: true));
        UndoLast(story.After(TimeSpan.FromMinutes(1)));
        Assert.NotNull(story.Now.Workshop.ClosedAt);
        Assert.Null(story.Now.Workshop.Clock!.PausedAt);
    }

    // What was done afterwards stands on it: a pause, in a session that would be paused already.
    [Fact]
    public void A_log_from_before_that_was_so_is_read_as_it_was_written()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing);
        foreach (
            var change in new[]
            {
                """{"verb":"clock-paused"}""",
                """{"verb":"workshop-closed"}""",
                """{"verb":"workshop-reopened"}""",
                """{"verb":"clock-paused"}""",
                """{"verb":"wall-set","notes":true,"names":false,"slide":0}""",
            }
        )
            Done(story.After(TimeSpan.FromMinutes(1)), GatheringJson.Read<Change>(change));
    }

    // Logs hold them: a change that was undone in an older edition is undone in this one.
    [Theory]
    [InlineData(0, "a6428c83-21d2-85be-ba59-42dedf25c78a")]
    [InlineData(1, "45f85b11-f9af-8d2c-9093-d2d57ed2d452")]
    [InlineData(300, "24cf22c5-d0be-8822-919b-2ffb997e2445")]
    public void The_id_of_an_undo_is_what_it_always_was(int index, string id) =>
        Assert.Equal(new Guid(id), Undo.IdOf(new Guid("01a22446-0ea7-753c-b815-be8225c8e155"), index));

    [Fact]
    public void The_log_tells_which_changes_undid_another_and_the_form_of_an_id_does_not()
    {
        var (done, other) = (Guid.CreateVersion7(), DerivedId.Of("samling/change/3"));
        Guid[] undone = [Undo.IdOf(done, 0), Undo.IdOf(done, 1)];
        Assert.Empty(Undo.IdsIn([done, other, Undo.IdOf(Guid.CreateVersion7(), 0)]));
        Assert.Equal(undone.Order(), Undo.IdsIn([done, other, .. undone]).Order());
        // An undo may be undone, too.
        Assert.Equal([undone[0], Undo.IdOf(undone[0], 0)], Undo.IdsIn([done, undone[0], Undo.IdOf(undone[0], 0)]));
    }

    private static Story Done(Story story, Change change) => story.When(Story.Facilitator, change).Stands();

    private static void UndoLast(Story story)
    {
        var before = Rules.Fold(new Gathering(story.Now.Id), story.Log.SkipLast(1));
        foreach (var change in Undo.Of(before, story.Log[^1], story.Now, story.Clock)) Done(story, change);
    }

    private static readonly ImmutableList<Pair> Twos =
    [
        new(Ids.Pair(0), [Ids.Party(0), Ids.Party(1)], []),
        new(Ids.Pair(1), [Ids.Party(2), Ids.Party(3)], []),
    ];
}
