using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ConductingRulesTests
{
    [Fact]
    public void Two_facilitators_who_press_at_once_move_everybody_one_step()
    {
        var story = Story.WithPairs(2).When(Story.Facilitator, new PhaseEntered(-1, 0)).Stands();
        story.When(Story.Facilitator, new PhaseEntered(0, 1)).Stands();
        story.When(Story.Organiser, new PhaseEntered(0, 1)).IsRefused(RefusalReason.PhaseHasMoved);
        Assert.Equal(1, story.Now.Workshop.Position);
    }

    [Fact]
    public void One_takes_over_the_lead_and_is_handed_it_back_and_nobody_is_ever_stuck()
    {
        var story = Story.WithPairs(2).When(Story.Facilitator, new LeadTaken(Ids.User(2))).Stands();
        Assert.True(story.SeenBy(Story.Organiser).OtherLeads);
        Assert.False(story.SeenBy(Story.Facilitator).OtherLeads);
        story.When(Story.Organiser, new PhaseEntered(-1, 0)).Stands();
        story.When(Story.Organiser, new LeadTaken(Ids.User(1))).Stands();
        story.When(Story.Organiser, new LeadTaken(Ids.User(3))).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Organiser, new LeadTaken(Ids.User(2))).Stands();
        Assert.Equal(Ids.User(2), story.SeenBy(Story.Observer).Lead);
    }

    [Fact]
    public void The_last_phase_cannot_be_left_forwards()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Summary);
        story.When(Story.Facilitator, new PhaseEntered(7, 8)).IsRefused(RefusalReason.NoSuchPhase);
    }

    [Fact]
    public void The_clock_stands_still_in_a_pause_and_takes_minutes()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.CheckIn).After(TimeSpan.FromMinutes(1));
        story
            .When(Story.Facilitator, new ClockPaused())
            .After(TimeSpan.FromMinutes(30))
            .When(Story.Facilitator, new ClockResumed())
            .Stands();
        Assert.Equal(TimeSpan.FromMinutes(4), story.Now.Workshop.Clock!.Remaining(story.Clock));
        story.When(Story.Facilitator, new TimeAdded(2)).Stands();
        Assert.Equal(TimeSpan.FromMinutes(6), story.Now.Workshop.Clock!.Remaining(story.Clock));
        story.When(Story.Facilitator, new TimeAdded(10_000)).IsRefused(RefusalReason.ImplausibleMinutes);
        story.When(Story.Facilitator, new ClockResumed()).IsRefused(RefusalReason.NothingToChange);
    }

    [Fact]
    public void The_clock_never_shows_more_than_the_whole_when_the_servers_own_clock_is_set_back()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.CheckIn);
        Assert.Equal(TimeSpan.FromMinutes(5), story.Now.Workshop.Clock!.Remaining(story.Clock - TimeSpan.FromHours(3)));
    }

    [Fact]
    public void A_pair_that_stays_when_others_are_mended_goes_on_at_its_turn_and_a_new_one_begins_with_its_first()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Presentation)
            .When(Story.Facilitator, new TurnPassed(Ids.Pair(0), 1))
            .When(Story.Facilitator, new TurnPassed(Ids.Pair(1), 1))
            .Stands();
        var (stays, parted) = (story.Now.Workshop.Pairs[0], story.Now.Workshop.Pairs[1]);
        story
            .When(
                Story.Facilitator,
                new PairsProposed([stays with { Turn = 0 }, parted with { Id = Ids.Pair(9), Members = [.. parted.Members.Reverse()] }])
            )
            .When(Story.Facilitator, new PairsShown())
            .Stands();
        Assert.Equal([1, 0], story.Now.Workshop.Pairs.Select(pair => pair.Turn));
    }

    [Fact]
    public void Pairs_are_told_to_nobody_before_they_are_shown()
    {
        var story = Story
            .Planned(2)
            .When(Story.Facilitator, new PairsProposed([new Pair(Ids.Pair(0), [Ids.Party(0), Ids.Party(1)], [])]))
            .Stands();
        Assert.Empty(story.SeenBy(Story.From(0)).Pairs);
        Assert.Empty(story.SeenBy(Story.From(0)).Proposal);
        Assert.Single(story.SeenBy(Story.Facilitator).Proposal);
        story.When(Story.Facilitator, new PairsShown()).Stands();
        Assert.NotNull(story.SeenBy(Story.From(1)).OwnPair);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_group_is_two_or_three(int size) => Story.Planned(5)
        .When(Story.Facilitator, new PairsProposed([new Pair(Ids.Pair(0), [.. Enumerable.Range(0, size).Select(Ids.Party)], [])]))
        .IsRefused(RefusalReason.GroupsDoNotFit);

    [Fact]
    public void Nobody_is_in_two_pairs() => Story.Planned(3)
            .When(
                Story.Facilitator,
                new PairsProposed([
                    new Pair(Ids.Pair(0), [Ids.Party(0), Ids.Party(1)], []),
                    new Pair(Ids.Pair(1), [Ids.Party(1), Ids.Party(2)], []),
                ])
            )
        .IsRefused(RefusalReason.GroupsDoNotFit);

    [Fact]
    public void One_who_is_shown_out_sees_and_does_nothing_more()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board).When(Story.Facilitator, new PersonShownOut(Ids.Person(0))).Stands();
        story.When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Hei")).IsRefused(RefusalReason.ShownOut);
        Assert.Equal(Role.None, story.SeenBy(Story.From(0)).Role);
        Assert.Null(story.SeenBy(Story.From(0)).Work(Ids.Party(0)));
    }

    [Fact]
    public void A_closed_door_lets_nobody_new_in()
    {
        var story = Story.Planned(2).When(Story.Facilitator, new DoorSet(false)).Stands();
        story.When(Story.Application, new PersonJoined(Ids.Person(50), Ids.Party(0))).IsRefused(RefusalReason.DoorClosed);
    }

    [Fact]
    public void Help_is_asked_for_and_answered()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Writing).When(Story.From(1), new HelpAsked(HelpReason.Unsure)).Stands();
        Assert.Equal(HelpReason.Unsure, story.SeenBy(Story.Facilitator).ProgressOf(Ids.Party(1))!.Help!.Reason);
        story.When(Story.From(0), new HelpAnswered(Ids.Party(1))).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Facilitator, new HelpAnswered(Ids.Party(1))).Stands();
        Assert.Null(story.WorkOf(1).Help);
    }

    [Fact]
    public void Only_those_who_lead_have_seen_a_question_and_only_in_the_phase_it_was_asked_in()
    {
        Assert.False(IsSeen(Asked().When(Story.From(1), new HelpAnswered(Ids.Party(1))).Stands()));
        Assert.True(IsSeen(Answered()));
        Assert.False(IsSeen(Answered().Until(PhaseKind.Board)));
        Assert.False(IsSeen(Answered().When(Story.From(1), new HelpAsked(HelpReason.MoreTime)).Stands()));

        static Story Asked() =>
            Story.WithPairs(2).Until(PhaseKind.Writing).When(Story.From(1), new HelpAsked(HelpReason.Unsure)).Stands();

        static Story Answered() => Asked().When(Story.Facilitator, new HelpAnswered(Ids.Party(1))).Stands();

        static bool IsSeen(Story story) =>
            story.SeenBy(Story.From(1)) is var view && view.Work(Ids.Party(1))!.IsHelpAnsweredAt(view.Position);
    }

    [Fact]
    public void Who_asks_for_help_may_be_answered_in_words_that_nobody_else_gets()
    {
        var story = Story.WithPairs(2).When(Story.Facilitator, new HelpAnswered(Ids.Party(1), "Uten spørsmål")).Stands();
        Assert.Null(story.SeenBy(Story.From(1)).Message);
        story
            .When(Story.From(1), new HelpAsked(HelpReason.Unsure))
            .When(Story.Facilitator, new HelpAnswered(Ids.Party(1), "Vi kommer om to minutter"))
            .Stands();
        Assert.Equal("Vi kommer om to minutter", story.SeenBy(Story.From(1)).Message!.Text.Value);
        Assert.Null(story.SeenBy(Story.From(0)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void A_phase_lasts_from_one_minute_to_eight_hours(int minutes) => Story.Planned(2)
            .When(Story.Organiser, new WorkshopPlanned("Tema", [new Phase(PhaseKind.Board, minutes)]))
            .IsRefused(RefusalReason.ImplausibleMinutes);
}
