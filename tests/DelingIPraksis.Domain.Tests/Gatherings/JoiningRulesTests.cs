using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class JoiningRulesTests
{
    private static readonly Id<Person> Newcomer = Ids.Person(70);

    [Fact]
    public void At_a_guarded_door_one_knocks_and_sees_nothing_until_let_in()
    {
        var story = Guarded().When(Story.Application, new PersonJoined(Newcomer, Ids.Party(0)));
        story.IsRefused(RefusalReason.DoorClosed);

        story.When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0))).Stands();
        var outside = story.SeenBy(new Actor.Participant(Newcomer));
        Assert.Equal(Role.None, outside.Role);
        Assert.Null(outside.Work(Ids.Party(0)));
        Assert.False(outside.OwnKnock!.Declined);
        Assert.Equal(new Waiting(Newcomer, Ids.Party(0), story.Clock), Assert.Single(story.SeenBy(Story.Facilitator).AtTheDoor));
        Assert.Empty(story.SeenBy(Story.Observer).AtTheDoor);

        story.When(Story.Facilitator, new PersonAdmitted(Newcomer)).Stands();
        Assert.Equal(Ids.Party(0), story.SeenBy(new Actor.Participant(Newcomer)).OwnParty!.Id);
        Assert.Empty(story.SeenBy(Story.Facilitator).AtTheDoor);
    }

    [Fact]
    public void Somebody_who_comes_wakes_the_own_party_and_no_other()
    {
        var story = Story.WithPairs(2).When(Story.Application, new PersonJoined(Newcomer, Ids.Party(0))).Stands();
        var impact = Impact.Of(story.Now, story.Log[^1]);
        Assert.False(impact.Everybody);
        Assert.Equal([Ids.Party(0)], impact.Parties);
    }

    [Fact]
    public void Who_is_declined_may_knock_again_and_two_who_answer_at_once_answer_once()
    {
        var story = Guarded()
            .When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0)))
            .When(Story.Facilitator, new PersonDeclined(Newcomer))
            .Stands();
        Assert.True(story.SeenBy(new Actor.Participant(Newcomer)).OwnKnock!.Declined);
        story.When(Story.Organiser, new PersonAdmitted(Newcomer)).IsRefused(RefusalReason.NotKnocking);

        story.When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0))).Stands();
        story.When(Story.Organiser, new PersonAdmitted(Newcomer)).Stands();
        story.When(Story.Facilitator, new PersonAdmitted(Newcomer)).IsRefused(RefusalReason.NotKnocking);
    }

    [Fact]
    public void Those_who_are_declined_or_shown_out_fill_no_gathering()
    {
        var story = Guarded();
        for (var number = 0; number < Limits.Declined + 10; number++)
            story
                .When(Story.Application, new PersonKnocked(Ids.Person(1_000 + number), Ids.Party(0)))
                .When(Story.Facilitator, new PersonDeclined(Ids.Person(1_000 + number)))
                .Stands();
        Assert.Equal(Limits.Declined, story.Now.Knocks.Count);

        story.When(Story.Facilitator, new DoorSet(true)).Stands();
        var inside = story.Now.People.Count;
        for (var number = inside; number < 2 * Limits.Many; number++)
            story.When(Story.Application, new PersonJoined(Ids.Person(10_000 + number), Ids.Party(0)));
        story.When(Story.Application, new PersonJoined(Newcomer, Ids.Party(0))).IsRefused(RefusalReason.TooMany);
        story
            .When(Story.Facilitator, new PersonShownOut(Ids.Person(10_000 + inside)))
            .When(Story.Application, new PersonJoined(Newcomer, Ids.Party(0)))
            .Stands();
    }

    [Fact]
    public void Somebody_who_was_shown_out_may_knock_at_an_open_door_and_not_at_a_closed_one()
    {
        var story = Story.WithPairs(2).When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0))).Stands();
        Assert.Equal([Newcomer], story.SeenBy(Story.Facilitator).AtTheDoor.Select(waiting => waiting.Person));
        story.When(Story.Facilitator, new PersonAdmitted(Newcomer)).Stands();
        story
            .When(Story.Facilitator, new DoorSet(false))
            .When(Story.Application, new PersonKnocked(Ids.Person(71), Ids.Party(0)))
            .IsRefused(RefusalReason.DoorClosed);
    }

    [Fact]
    public void Who_knocks_twice_keeps_the_place_in_the_line()
    {
        var story = Guarded().When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0)));
        story.After(TimeSpan.FromMinutes(1)).When(Story.Application, new PersonKnocked(Ids.Person(71), Ids.Party(1)));
        story.After(TimeSpan.FromMinutes(1)).When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0))).Stands();
        Assert.Equal([Newcomer, Ids.Person(71)], story.SeenBy(Story.Facilitator).AtTheDoor.Select(waiting => waiting.Person));
    }

    [Fact]
    public void Those_who_wait_are_in_when_the_door_is_opened_and_still_wait_when_it_is_closed()
    {
        var story = Guarded()
            .When(Story.Application, new PersonKnocked(Newcomer, Ids.Party(0)))
            .When(Story.Facilitator, new DoorSet(false))
            .Stands();
        Assert.Single(story.SeenBy(Story.Facilitator).AtTheDoor);
        story.When(Story.Application, new PersonKnocked(Ids.Person(71), Ids.Party(0))).IsRefused(RefusalReason.DoorClosed);

        story.When(Story.Facilitator, new DoorSet(true)).Stands();
        Assert.Equal(Ids.Party(0), story.Now.PartyOf(new Actor.Participant(Newcomer)));
    }

    [Fact]
    public void A_door_from_before_there_were_guards_is_open_or_closed()
    {
        var change = GatheringJson.Read<Change>("""{"verb":"door-set","open":true}""");
        Assert.Equal(DoorState.Open, Story.Planned(2).When(Story.Facilitator, change).Now.Door);
    }

    [Fact]
    public void Who_chose_the_wrong_municipality_moves_and_what_was_written_stays()
    {
        var story = Story
            .WithPairs(2, 2)
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Hei", 0))
            .When(Story.From(0), new PersonMoved(Ids.Person(0), Ids.Party(2)))
            .Stands();
        Assert.Equal(Ids.Party(2), story.SeenBy(Story.From(0)).OwnParty!.Id);
        Assert.Equal("Hei", story.WorkOf(0).Text(TextField.Challenge).Text.Value);
        Assert.Null(story.SeenBy(Story.From(0)).Work(Ids.Party(0)));
    }

    [Fact]
    public void One_moves_oneself_and_only_through_an_open_door_but_those_who_lead_move_anybody()
    {
        var story = Story.WithPairs(2);
        story.When(Story.From(0), new PersonMoved(Ids.Person(1), Ids.Party(0))).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.From(0), new PersonMoved(Ids.Person(0), Ids.Party(9))).IsRefused(RefusalReason.NoSuchParty);
        story.When(Story.Facilitator, new DoorSet(true, Guarded: true)).Stands();
        story.When(Story.From(0), new PersonMoved(Ids.Person(0), Ids.Party(1))).IsRefused(RefusalReason.DoorClosed);
        story.When(Story.Facilitator, new PersonMoved(Ids.Person(0), Ids.Party(1))).Stands();
    }

    private static Story Guarded() => Story.WithPairs(2).When(Story.Facilitator, new DoorSet(true, Guarded: true)).Stands();
}
