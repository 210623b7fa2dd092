using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>A person is erased on request: her seat goes, and what she wrote for her municipality stays.</summary>
public sealed class PersonErasedTests
{
    private static readonly Actor Self = Story.From(0);

    private static readonly Id<Person> Person = ((Actor.Participant)Self).Person;

    [Fact]
    public void She_has_no_seat_and_no_way_back_and_her_municipality_took_part_all_the_same()
    {
        var story = Story.Planned(2).When(Self, new PersonErased(Person)).Stands();
        Assert.Null(story.Now.PartyOf(Self));
        Assert.True(story.Now.TookPart(story.Now.Parties[Ids.Party(0)]));
        story.When(Story.Facilitator, new PersonShownOut(Person, Back: true)).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Application, new PersonJoined(Person, Ids.Party(0))).IsRefused(RefusalReason.AlreadyExists);
    }

    [Fact]
    public void What_she_wrote_stays()
    {
        var story = Story.WithPairs(2)
            .When(Self, new TextWritten(TextField.Challenge, "Vi mangler lager", 0))
            .When(Story.Organiser, new PersonErased(Person)).Stands();
        Assert.Equal("Vi mangler lager", story.Now.Workshop.WorkOf(Ids.Party(0)).Texts[TextField.Challenge].Text.Value);
    }

    [Fact]
    public void Twice_is_refused_and_so_is_somebody_who_was_never_here()
    {
        var story = Story.Planned(2).When(Story.Organiser, new PersonErased(Person)).Stands();
        story.When(Story.Organiser, new PersonErased(Person)).IsRefused(RefusalReason.NoSuchPerson);
        story.When(Story.Organiser, new PersonErased(Ids.Person(999))).IsRefused(RefusalReason.NoSuchPerson);
    }

    [Fact]
    public void Nobody_erases_another_participant_and_a_facilitator_erases_nobody()
    {
        Story.Planned(2).When(Story.From(1), new PersonErased(Person)).IsRefused(RefusalReason.NotAllowed);
        Story.Planned(2).When(Story.Facilitator, new PersonErased(Person)).IsRefused(RefusalReason.NotAllowed);
    }

    [Fact]
    public void Somebody_who_was_shown_out_or_only_knocked_did_not_take_part_and_is_not_let_in_afterwards()
    {
        var story = Story.Planned(2)
            .When(Story.Facilitator, new PersonShownOut(Person))
            .When(Story.Organiser, new PersonErased(Person)).Stands();
        Assert.False(story.Now.TookPart(story.Now.Parties[Ids.Party(0)]));
        var knocking = Ids.Person(500);
        story.When(Story.Facilitator, new DoorSet(Open: true, Guarded: true))
            .When(Story.Application, new PersonKnocked(knocking, Ids.Party(1)))
            .When(Story.Organiser, new PersonErased(knocking)).Stands();
        Assert.Empty(story.Now.Knocks);
        story.When(Story.Facilitator, new DoorSet(Open: true)).Stands();
        Assert.Null(story.Now.PartyOf(new Actor.Participant(knocking)));
    }

    [Fact]
    public void Also_when_the_group_work_has_ended()
    {
        var story = Story.WithPairs(2).When(Story.Facilitator, new WorkshopClosed());
        story.When(Self, new PersonErased(Person)).Stands();
    }
}
