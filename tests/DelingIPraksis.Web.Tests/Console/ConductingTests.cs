using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class ConductingTests : ConsoleContext
{
    [Fact]
    public async Task One_button_moves_everybody_on_and_says_where_to()
    {
        var page = Open(TestData.At(null, 2));
        await page.InvokeAsync(() => Button(page, "Start: Innsjekk").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Utfordring og løsning")));
        Assert.Equal(new PhaseEntered(-1, 0), Rooms.Asked[^1]);
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_moves_everybody_and_the_other_is_told_calmly()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        // The first signal is shown at once; what the other does within the same moment has not reached this screen yet.
        await Rooms.SubmitAsync(TestData.Id, TestData.Other, new MessageSent("Straks"), Guid.NewGuid());
        await Rooms.SubmitAsync(TestData.Id, TestData.Other, new PhaseEntered(1, 2), Guid.NewGuid());
        await page.InvokeAsync(() => Button(page, "Neste: Presentasjon").ClickAsync());
        Assert.Equal(2, Rooms.Current.Workshop.Position);
        Assert.Equal("Steget var nettopp byttet av en annen. Nå står alle her.", page.Find(".time-panel .beside").TextContent);
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Tilbakemelding")));
    }

    [Fact]
    public async Task Who_moves_on_without_pairs_is_told_in_the_place_of_the_button_and_can_go_on_all_the_same()
    {
        var page = Open(TestData.Planned(2, 2, new PhaseEntered(-1, 0), new PhaseEntered(0, 1)));
        await page.InvokeAsync(() => Button(page, "Neste: Presentasjon").ClickAsync());
        Assert.Equal(1, Rooms.Current.Workshop.Position);
        Assert.Contains("Ingen er satt i par ennå", page.Find(".time-panel .warned").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Til parene").ClickAsync());
        Assert.Empty(page.FindAll(".warned"));
        await page.InvokeAsync(() => Button(page, "Neste: Presentasjon").ClickAsync());
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=N]").ClickAsync());
        Assert.Equal(2, Rooms.Current.Workshop.Position);
    }

    [Fact]
    public async Task Who_moves_on_with_a_proposal_that_nobody_has_seen_is_told_at_the_first_step()
    {
        var page = Open(
            TestData.Planned(
                2,
                2,
                new PairsProposed([new Pair(TestData.PairId(0), [TestData.Party(0), TestData.Party(1)], [])]),
                new PhaseEntered(-1, 0)
            )
        );
        await page.InvokeAsync(() => Button(page, "Neste: Utfordring og løsning").ClickAsync());
        Assert.Contains("Parene er foreslått, men ikke vist", page.Find(".warned").TextContent, StringComparison.Ordinal);
        // Shown after all: the button is back.
        await DoAsync(TestData.Facilitator, new PairsShown());
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Utfordring og løsning")));
    }

    [Fact]
    public async Task What_the_step_asks_for_lies_open_and_the_rest_is_one_press_away()
    {
        var page = Open(TestData.At(PhaseKind.CheckIn, 2));
        Assert.Equal("tool-door", OpenTool());
        await DoAsync(TestData.Facilitator, new PhaseEntered(0, 1));
        page.WaitForAssertion(() => Assert.Equal("tool-message", OpenTool()));
        await DoAsync(TestData.Facilitator, new PhaseEntered(1, 6));
        page.WaitForAssertion(() => Assert.Equal("tool-wall", OpenTool()));
        await page.InvokeAsync(() => page.Find("[aria-controls=tool-more]").ClickAsync());
        Assert.Equal("tool-more", OpenTool());
        await page.InvokeAsync(() => page.Find("[aria-controls=tool-more]").ClickAsync());
        Assert.Null(OpenTool());
        // Who is in the middle of a message goes on with it.
        await page.InvokeAsync(() => page.Find("[aria-controls=tool-message]").ClickAsync());
        await page.InvokeAsync(() => page.Find("#message").InputAsync("Snart fer"));
        await DoAsync(TestData.Facilitator, new PhaseEntered(6, 0));
        page.WaitForAssertion(() => Assert.Contains("Innsjekk", page.Find("#time-title").TextContent, StringComparison.Ordinal));
        Assert.Equal("tool-message", OpenTool());

        string? OpenTool() => page.FindAll("[data-tool]").SingleOrDefault(tool => !tool.HasAttribute("hidden"))?.Id;
    }

    [Fact]
    public void When_it_is_over_the_console_leads_to_the_report()
    {
        var page = Open(
            TestData.Fold(TestData.At(PhaseKind.Summary, 2), [(TestData.Facilitator, new WorkshopClosed())]),
            TestData.Observer
        );
        Assert.EndsWith("/rapport", page.Find(".time-panel a.btn-solid").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".time-panel button"));
        Assert.Empty(page.FindAll("[data-tool]:not([hidden])"));
    }

    [Fact]
    public async Task One_goes_back_and_nothing_is_lost()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => Button(page, "Tilbake til Tilbakemelding").ClickAsync());
        Assert.Equal(new PhaseEntered(4, 3), Rooms.Asked[^1]);
        Assert.Equal(4, Rooms.Current.Workshop.Furthest);
    }

    [Fact]
    public async Task One_jumps_to_a_step_through_the_list()
    {
        var page = Open(TestData.At(PhaseKind.CheckIn, 2));
        await page.InvokeAsync(() => page.Find("#jump-to").ChangeAsync("5"));
        await page.InvokeAsync(() => page.Find(".jump").SubmitAsync());
        Assert.Equal(new PhaseEntered(0, 5), Rooms.Asked[^1]);
    }

    [Fact]
    public async Task The_clock_is_paused_goes_on_and_gets_more_and_less_time()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
        await page.InvokeAsync(() => Button(page, "−2 min").ClickAsync());
        await page.InvokeAsync(() => Button(page, "Pause").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Gå videre")));
        await page.InvokeAsync(() => Button(page, "Gå videre").ClickAsync());
        Assert.Equal([new TimeAdded(2), new TimeAdded(-2), new ClockPaused(), new ClockResumed()], Rooms.Asked);
    }

    [Fact]
    public void Where_turns_are_taken_the_plan_shows_each_share()
    {
        var asides = Open(TestData.At(PhaseKind.Board, 2)).FindAll(".route .aside").Select(aside => aside.TextContent);
        Assert.Equal(["5", "8", "2 × 5", "2 × 5", "12", "4", "6", "5"], asides);
    }

    [Fact]
    public async Task A_message_stays_in_its_field_until_it_is_kept()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => page.Find(".message-form").SubmitAsync());
        Assert.Contains("Skriv noen ord først", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#message").InputAsync(new string('a', 301)));
        await page.InvokeAsync(() => page.Find(".message-form").SubmitAsync());
        Assert.Equal(new string('a', 301), page.Find("#message").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("#message").InputAsync("Fem minutter til"));
        await page.InvokeAsync(() => page.Find(".message-form").SubmitAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("Fem minutter til", page.Find(".message-now").TextContent));
        Assert.Equal("", page.Find("#message").GetAttribute("value") ?? "");
        await page.InvokeAsync(() => Button(page, "Ta bort meldingen").ClickAsync());
        Assert.Empty(Rooms.Current.Workshop.Messages);
    }

    [Fact]
    public async Task The_door_is_closed_and_somebody_is_shown_out_after_a_second_thought()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => Button(page, "Lukket").ClickAsync());
        Assert.False(Rooms.Current.DoorOpen);
        await page.InvokeAsync(() => Button(page, "Hvem er med (2)").ClickAsync());
        page.WaitForAssertion(() => Assert.Contains("Kari", page.Find(".people").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "Vis ut Kari").ClickAsync());
        Assert.DoesNotContain(new PersonShownOut(TestData.Person(0)), Rooms.Asked);
        await page.InvokeAsync(() => Button(page, "Ja, vis ut").ClickAsync());
        Assert.True(Rooms.Current.People[TestData.Person(0)].Removed);
    }

    [Fact]
    public async Task Who_knocks_at_a_guarded_door_is_let_in_or_not()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => Button(page, "Med vakt").ClickAsync());
        Assert.Equal(DoorState.Guarded, Rooms.Current.Door);
        var said = new List<string>();
        Services.GetRequiredService<Announcer>().Announced += said.Add;
        foreach (var person in new[] { 50, 51 })
            await DoAsync(new Actor.Application(), new PersonKnocked(TestData.Person(person), TestData.Party(0)));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".queue li").Count));
        Assert.Equal(["Banke Bang fra Stad banker på.", "Noen fra Stad banker på."], said);
        await page.InvokeAsync(() => Button(page, "Slipp inn Banke Bang fra Stad").ClickAsync());
        await page.InvokeAsync(() => Button(page, "Ikke nå Noen fra Stad").ClickAsync());
        Assert.Equal(Role.Participant, Rooms.Current.RoleOf(new Actor.Participant(TestData.Person(50))));
        Assert.Equal(Role.None, Rooms.Current.RoleOf(new Actor.Participant(TestData.Person(51))));
    }

    [Fact]
    public async Task In_the_feedback_it_is_told_who_talks_and_who_talks_next()
    {
        var page = Open(TestData.At(PhaseKind.Feedback, 3));
        await page.InvokeAsync(() => Button(page, "Les").ClickAsync());
        // Stad presented first, so it is Arendal that comments on Stad; then Kristiansand comments on Arendal.
        Assert.Equal("Arendal kommenterer Stad.", page.Find("#reading .turn p").TextContent);
        await page.InvokeAsync(() => Button(page, "Bytt: Kristiansand kommenterer Arendal").ClickAsync());
        Assert.Equal(new TurnPassed(TestData.PairId(0), 1), Rooms.Asked[^1]);
    }

    [Fact]
    public async Task The_turn_in_a_pair_is_passed_on_from_here()
    {
        var page = Open(TestData.At(PhaseKind.Presentation, 2));
        await page.InvokeAsync(() => Button(page, "Les").ClickAsync());
        Assert.Equal("Stad presenterer.", page.Find("#reading .turn p").TextContent);
        await page.InvokeAsync(() => Button(page, "Gi ordet til Arendal").ClickAsync());
        Assert.Equal(new TurnPassed(TestData.PairId(0), 1), Rooms.Asked[^1]);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_the_same_change_when_one_presses_again()
    {
        var rooms = new FullDisk(new LocalRooms(TestData.At(PhaseKind.Board, 2)));
        var page = Open(rooms);
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
        Assert.NotEmpty(page.Find(".clock-panel .beside").TextContent);
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
        Assert.Equal("", page.Find(".time-panel .beside").TextContent);
        Assert.Single(rooms.Ids.Distinct());
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
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

        public Task<ISubscription> FollowAsync(
            Id<Gathering> gathering,
            Func<Impact, bool> concerns,
            Func<Gathering, Impact, Task> onChange
        ) => rooms.FollowAsync(gathering, concerns, onChange);
    }
}
