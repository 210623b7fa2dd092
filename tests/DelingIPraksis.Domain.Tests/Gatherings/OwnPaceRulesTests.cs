using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>One pair that is not where everybody is: its place, its clock, and how it comes back.</summary>
public sealed class OwnPaceRulesTests
{
    private static readonly int Writing = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Writing);
    private static readonly int Presentation = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Presentation);
    private static readonly int Feedback = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Feedback);
    private static readonly int Board = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board);

    [Fact]
    public void One_pair_is_moved_and_the_others_stay()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Board))
            .Stands();
        Assert.Equal(PhaseKind.Board, story.SeenBy(Story.From(0)).Phase!.Kind);
        Assert.Equal(PhaseKind.Writing, story.SeenBy(Story.From(2)).Phase!.Kind);
        Assert.Equal(PhaseKind.Writing, story.SeenBy(Story.Facilitator).Phase!.Kind);
        Assert.Equal(Board, story.SeenBy(Story.Facilitator).PlaceOf(story.Now.Workshop.Pairs[0]).Position);
        story.When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
        story.When(Story.From(2), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Tid")).IsRefused(RefusalReason.NotYet);
    }

    [Fact]
    public void What_a_pair_has_written_is_presented_only_where_that_pair_has_come()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Presentation))
            .Stands();
        Assert.True(story.WorkOf(0).Presented);
        Assert.False(story.WorkOf(1).Presented);
        Assert.False(story.WorkOf(2).Presented);
    }

    [Fact]
    public void Two_facilitators_who_move_a_pair_at_once_move_it_one_step()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Presentation))
            .Stands();
        story.When(Story.Organiser, new PairMoved(Ids.Pair(0), Writing, Presentation)).IsRefused(RefusalReason.PhaseHasMoved);
    }

    [Fact]
    public void A_pair_that_is_moved_to_where_everybody_is_follows_them_and_their_clock_and_keeps_what_it_had_opened()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Board))
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Board, Writing))
            .Stands();
        Assert.Null(story.Now.Workshop.Pairs[0].Own);
        Assert.Equal(story.Now.Workshop.Clock, story.SeenBy(Story.From(0)).Clock);
        story.When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
    }

    [Fact]
    public void Going_on_gathers_those_behind_and_leaves_those_ahead()
    {
        var story = Story.WithPairs(2, 2, 2).Until(PhaseKind.Presentation);
        story
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Presentation, Board))
            .When(Story.Facilitator, new PairMoved(Ids.Pair(1), Presentation, Writing))
            .Stands();
        story.When(Story.Facilitator, new PhaseEntered(Presentation, Feedback)).Stands();
        Assert.Equal([Board, Feedback, Feedback], story.Now.Workshop.Pairs.Select(pair => story.Now.Workshop.PlaceOf(pair).Position));
        story.When(Story.Facilitator, new PhaseEntered(Feedback, Board)).Stands();
        Assert.All(story.Now.Workshop.Pairs, pair => Assert.Null(pair.Own));
    }

    [Fact]
    public void Going_back_takes_everybody()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Feedback)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Feedback, Board))
            .When(Story.Facilitator, new PhaseEntered(Feedback, Writing))
            .Stands();
        Assert.Equal(PhaseKind.Writing, story.SeenBy(Story.From(0)).Phase!.Kind);
    }

    [Fact]
    public void More_time_for_one_pair_gives_it_a_clock_of_its_own()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .After(TimeSpan.FromMinutes(2))
            .When(Story.Facilitator, new TimeAdded(3, Ids.Pair(0)))
            .Stands();
        Assert.Equal(TimeSpan.FromMinutes(9), story.SeenBy(Story.From(0)).Clock!.Remaining(story.Clock));
        Assert.Equal(TimeSpan.FromMinutes(6), story.SeenBy(Story.From(2)).Clock!.Remaining(story.Clock));
        Assert.Equal(PhaseKind.Writing, story.SeenBy(Story.From(0)).Phase!.Kind);
    }

    [Fact]
    public void A_break_is_a_break_for_all()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Presentation))
            .When(Story.Facilitator, new ClockPaused())
            .Stands();
        story.After(TimeSpan.FromMinutes(30)).When(Story.Facilitator, new ClockResumed()).Stands();
        Assert.Equal(TimeSpan.FromMinutes(10), story.SeenBy(Story.From(0)).Clock!.Remaining(story.Clock));
        Assert.Equal(TimeSpan.FromMinutes(8), story.SeenBy(Story.From(2)).Clock!.Remaining(story.Clock));
    }

    [Fact]
    public void A_plan_is_not_made_shorter_than_where_the_pair_furthest_ahead_is()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Board))
            .Stands();
        story
            .When(Story.Organiser, new WorkshopPlanned("Tema", PhasePlans.Full.RemoveRange(Board, 4)))
            .IsRefused(RefusalReason.NoSuchPhase);
    }
}
