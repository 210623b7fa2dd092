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
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Presentation).After(TimeSpan.FromMinutes(4)).When(Story.Facilitator, new TurnPassed(Ids.Pair(0), 1)).Stands();
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
        var after = story.Now.Workshop with { Pairs = story.Now.Workshop.Pairs.ConvertAll(pair => pair with { Furthest = -1 }), Work = before.Workshop.Work };
        Assert.Equal(GatheringJson.Write(before.Workshop), GatheringJson.Write(after));
        Assert.Equal(GatheringJson.Write(before.People), GatheringJson.Write(story.Now.People));
        Assert.Equal(before.DoorOpen, story.Now.DoorOpen);
    }

    [Fact]
    public void Pairs_that_were_shown_by_mistake_are_put_back_and_the_writing_has_followed_its_party()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board).When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
        var pairs = story.Now.Workshop.Pairs;
        story.When(Story.Facilitator, new PairsProposed([new Pair(Ids.Pair(7), [Ids.Party(0), Ids.Party(2)], []), new Pair(Ids.Pair(8), [Ids.Party(1), Ids.Party(3)], [])])).Stands();
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
        foreach (var change in Undo.Of(Rules.Fold(new Gathering(story.Now.Id), story.Log.Take(shown - 1)), story.Log[shown - 1], story.Clock)) Done(story, change);
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
    public void What_can_be_undone_is_what_leads_and_what_gives_changes() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        foreach (var entry in story.Log.Where(entry => !Undo.Of(story.Now, entry, story.Clock).IsEmpty))
        {
            Assert.True(Undo.CanUndo(entry.Change));
            Assert.All(Undo.Of(story.Now, entry, story.Clock), change => Assert.True(Permissions.IsLeading(change)));
        }
    });

    private static Story Done(Story story, Change change) => story.When(Story.Facilitator, change).Stands();

    private static void UndoLast(Story story)
    {
        var before = Rules.Fold(new Gathering(story.Now.Id), story.Log.SkipLast(1));
        foreach (var change in Undo.Of(before, story.Log[^1], story.Clock)) Done(story, change);
    }

    private static readonly ImmutableList<Pair> Twos = [new(Ids.Pair(0), [Ids.Party(0), Ids.Party(1)], []), new(Ids.Pair(1), [Ids.Party(2), Ids.Party(3)], [])];
}
