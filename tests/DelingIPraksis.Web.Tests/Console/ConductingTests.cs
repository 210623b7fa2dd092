using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class ConductingTests : ConsoleContext
{
    [Fact]
    public void One_button_moves_everybody_on_and_says_where_to()
    {
        var page = Open(Told.At(null, 2));
        Button(page, "Start: Innsjekk").Click();
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Utfordring og løsning")));
        Assert.Equal(new PhaseEntered(-1, 0), Rooms.Asked[^1]);
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_moves_everybody_and_the_other_is_told_calmly()
    {
        var page = Open(Told.At(PhaseKind.Writing, 2));
        // The first signal is shown at once; what the other does within the same moment has not reached this screen yet.
        await Rooms.SubmitAsync(Told.Id, Told.Other, new MessageSent("Straks"), Guid.NewGuid());
        await Rooms.SubmitAsync(Told.Id, Told.Other, new PhaseEntered(1, 2), Guid.NewGuid());
        Button(page, "Neste: Presentasjon").Click();
        Assert.Equal(2, Rooms.Current.Workshop.Position);
        Assert.Equal("Steget var nettopp byttet av en annen. Nå står alle her.", page.Find(".time-panel .beside").TextContent);
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Tilbakemelding")));
    }

    [Fact]
    public void One_goes_back_and_nothing_is_lost()
    {
        var page = Open(Told.At(PhaseKind.Board, 2));
        Button(page, "Tilbake til Tilbakemelding").Click();
        Assert.Equal(new PhaseEntered(4, 3), Rooms.Asked[^1]);
        Assert.Equal(4, Rooms.Current.Workshop.Furthest);
    }

    [Fact]
    public void One_jumps_to_a_step_through_the_list()
    {
        var page = Open(Told.At(PhaseKind.CheckIn, 2));
        page.Find("#jump-to").Change("5");
        page.Find(".jump").Submit();
        Assert.Equal(new PhaseEntered(0, 5), Rooms.Asked[^1]);
    }

    [Fact]
    public void The_clock_is_paused_goes_on_and_gets_more_and_less_time()
    {
        var page = Open(Told.At(PhaseKind.Board, 2));
        Button(page, "+2 min").Click();
        Button(page, "−2 min").Click();
        Button(page, "Pause").Click();
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Gå videre")));
        Button(page, "Gå videre").Click();
        Assert.Equal([new TimeAdded(2), new TimeAdded(-2), new ClockPaused(), new ClockResumed()], Rooms.Asked);
    }

    [Fact]
    public void Where_turns_are_taken_the_plan_shows_each_share()
    {
        var asides = Open(Told.At(PhaseKind.Board, 2)).FindAll(".route .aside").Select(aside => aside.TextContent);
        Assert.Equal(["5", "8", "2 × 5", "2 × 5", "12", "4", "6", "5"], asides);
    }

    [Fact]
    public void A_message_stays_in_its_field_until_it_is_kept()
    {
        var page = Open(Told.At(PhaseKind.Board, 2));
        page.Find(".message-form").Submit();
        Assert.Contains("Skriv noen ord først", page.Markup, StringComparison.Ordinal);
        page.Find("#message").Input(new string('a', 301));
        page.Find(".message-form").Submit();
        Assert.Equal(new string('a', 301), page.Find("#message").GetAttribute("value"));
        page.Find("#message").Input("Fem minutter til");
        page.Find(".message-form").Submit();
        Settle();
        page.WaitForAssertion(() => Assert.Equal("Fem minutter til", page.Find(".message-now").TextContent));
        Assert.Equal("", page.Find("#message").GetAttribute("value") ?? "");
        Button(page, "Ta bort meldingen").Click();
        Assert.Null(Rooms.Current.Workshop.Message);
    }

    [Fact]
    public void The_door_is_closed_and_somebody_is_shown_out_after_a_second_thought()
    {
        var page = Open(Told.At(PhaseKind.Board, 2));
        Button(page, "Lukket").Click();
        Assert.False(Rooms.Current.DoorOpen);
        Button(page, "Hvem er med (2)").Click();
        page.WaitForAssertion(() => Assert.Contains("Kari", page.Find(".people").TextContent, StringComparison.Ordinal));
        Button(page, "Vis ut Kari").Click();
        Assert.DoesNotContain(new PersonShownOut(Told.Person(0)), Rooms.Asked);
        Button(page, "Ja, vis ut").Click();
        Assert.True(Rooms.Current.People[Told.Person(0)].Removed);
    }

    [Fact]
    public async Task Who_knocks_at_a_guarded_door_is_let_in_or_not()
    {
        var page = Open(Told.At(PhaseKind.Board, 2));
        Button(page, "Med vakt").Click();
        Assert.Equal(DoorState.Guarded, Rooms.Current.Door);
        foreach (var person in new[] { 50, 51 }) await DoAsync(new Actor.Application(), new PersonKnocked(Told.Person(person), Told.Party(0)));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".queue li").Count));
        Button(page, "Slipp inn Noen fra Stad").Click();
        Button(page, "Ikke nå Noen fra Stad").Click();
        Assert.Equal(Role.Participant, Rooms.Current.RoleOf(new Actor.Participant(Told.Person(50))));
        Assert.Equal(Role.None, Rooms.Current.RoleOf(new Actor.Participant(Told.Person(51))));
    }

    [Fact]
    public void The_turn_in_a_pair_is_passed_on_from_here()
    {
        var page = Open(Told.At(PhaseKind.Presentation, 2));
        Button(page, "Les").Click();
        Button(page, "Gi ordet til Arendal").Click();
        Assert.Equal(new TurnPassed(Told.PairId(0), 1), Rooms.Asked[^1]);
    }

    [Fact]
    public void What_could_not_be_stored_is_the_same_change_when_one_presses_again()
    {
        var rooms = new FullDisk(new LocalRooms(Told.At(PhaseKind.Board, 2)));
        var page = Open(rooms);
        Button(page, "+2 min").Click();
        Assert.NotEmpty(page.Find(".time-panel .beside").TextContent);
        Button(page, "+2 min").Click();
        Assert.Equal("", page.Find(".time-panel .beside").TextContent);
        Assert.Single(rooms.Ids.Distinct());
        Button(page, "+2 min").Click();
        Assert.Equal(2, rooms.Ids.Distinct().Count());
    }

    /// <summary>A room whose disk is full the first time.</summary>
    private sealed class FullDisk(LocalRooms rooms) : IRooms
    {
        public List<Guid> Ids { get; } = [];

        public Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId)
        {
            Ids.Add(changeId);
            return Ids.Count == 1 ? Task.FromResult<Reply>(new Reply.NotStored()) : rooms.SubmitAsync(gathering, actor, change, changeId);
        }

        public Task<Gathering> ReadAsync(Id<Gathering> gathering) => rooms.ReadAsync(gathering);

        public Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange) =>
            rooms.FollowAsync(gathering, concerns, onChange);
    }
}
