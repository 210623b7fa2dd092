using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Console;
using DelingIPraksis.Web.Console.Pairing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class PairingPanelTests : ConsoleContext
{
    [Fact]
    public async Task Those_who_are_here_are_proposed_and_nobody_is_told_before_it_is_shown()
    {
        var page = OpenWithAll(TestData.Planned(6, 4));
        await ProposeAsync(page);
        Assert.Equal([2, 2], Rooms.Current.Workshop.Proposal.Select(pair => pair.Members.Count));
        Assert.Empty(Rooms.Current.Workshop.Pairs);
        await page.InvokeAsync(() => Button(page, "Vis parene for alle").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("2 par er klare", page.Find("h1").TextContent));
        Assert.NotEmpty(page.FindAll("table.pairs"));
    }

    [Fact]
    public async Task All_invited_or_a_chosen_few_can_be_proposed_instead()
    {
        var page = Open(TestData.Planned(5, 0));
        await ProposeAsync(page, expects: false);
        Assert.Contains("Det må være minst to", page.Find(".pairing .beside").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll("input[type=radio]")[2].ChangeAsync(true));
        Assert.DoesNotContain("Det må være minst to", page.Markup, StringComparison.Ordinal);
        await ProposeAsync(page);
        Assert.Equal([2, 3], Rooms.Current.Workshop.Proposal.Select(pair => pair.Members.Count).Order());
        await page.InvokeAsync(() => Button(page, "Velg selv").ClickAsync());
        await page.InvokeAsync(() => page.FindAll(".parties input")[4].ChangeAsync(false));
        await ProposeAsync(page);
        Assert.Equal([2, 2], Rooms.Current.Workshop.Proposal.Select(pair => pair.Members.Count));
        Assert.DoesNotContain(TestData.Party(4), Rooms.Current.Workshop.Proposal.SelectMany(pair => pair.Members));
    }

    [Fact]
    public async Task All_rounds_are_proposed_together_and_each_is_changed_by_itself()
    {
        var page = OpenWithAll(TestData.InRounds(4));
        await ProposeAsync(page);
        Assert.Equal([2, 2], Rooms.Current.Workshop.Proposal.Select(pair => pair.Members.Count));
        var later = Assert.Single(Rooms.Current.Workshop.ProposedLater!);
        Assert.Equal(["Runde 1: 2 par", "Runde 2: 2 par"], page.FindAll("h3[id^=proposal-title]").Select(title => title.TextContent));
        Assert.Contains("Ingen møter noen to ganger på denne samlingen.", page.Markup, StringComparison.Ordinal);
        // Two change places in the second round, so that they meet those of the first again.
        var (one, other) = (later[0].Members[0], later[1].Members[0]);
        await page.InvokeAsync(() => ChipLater(page, one).ClickAsync());
        await page.InvokeAsync(() => ChipLater(page, other).ClickAsync());
        var stays = later[0].Members[1];
        Assert.Contains(Rooms.Current.Workshop.ProposedLater![0], pair => pair.Members.Contains(other) && pair.Members.Contains(stays));
        Assert.Equal(2, Rooms.Current.Workshop.Proposal.Count);
        await page.InvokeAsync(() => Button(page, "Vis parene for alle").ClickAsync());
        Assert.Equal([0, 0, 1, 1], Rooms.Current.Workshop.Pairs.Concat(Rooms.Current.Workshop.PairsIn(1)).Select(pair => pair.Round));
    }

    [Fact]
    public async Task A_pin_holds_in_its_round_and_the_rounds_that_are_left_are_planned_around_it()
    {
        var pin = new PairWish(TestData.Party(0), TestData.Party(3), Together: true) { Round = 1 };
        var page = OpenWithAll(TestData.InRounds(4));
        await DoAsync(TestData.Facilitator, new PairWished(pin));
        await ProposeAsync(page);
        Assert.Contains(Rooms.Current.Workshop.ProposedLater![0], IsPinned);
        Assert.DoesNotContain(Rooms.Current.Workshop.Proposal, IsPinned);
        await page.InvokeAsync(() => Button(page, "Vis parene for alle").ClickAsync());
        var shown = Rooms.Current.Workshop.Pairs;
        await DoAsync(TestData.Facilitator, new PairWished(pin with { Together = false }));
        Settle();
        await page.InvokeAsync(() => Button(page, "Sett sammen på nytt").ClickAsync());
        await page.InvokeAsync(() => Button(page, "Sett rundene som er igjen, på nytt").ClickAsync());
        page.WaitForAssertion(() => Assert.NotNull(Rooms.Current.Workshop.ProposedLater));
        Assert.Equal(shown.Select(pair => pair.Id), Rooms.Current.Workshop.Proposal.Select(pair => pair.Id));
        Assert.DoesNotContain(Rooms.Current.Workshop.ProposedLater![0], IsPinned);

        bool IsPinned(Pair pair) => pair.Members.Contains(pin.One) && pair.Members.Contains(pin.Other);
    }

    [Fact]
    public async Task A_round_without_pairs_is_not_begun_and_with_them_the_button_says_that_they_are_new()
    {
        var page = OpenWithAll(TestData.InRounds(4));
        Pair[] first = [Grouped(0, 0, 1), Grouped(1, 2, 3)];
        await DoAsync(TestData.Facilitator, new PairsProposed([.. first]));
        await DoAsync(TestData.Facilitator, new PairsShown());
        for (var place = 0; place < 6; place++) await DoAsync(TestData.Facilitator, new PhaseEntered(place - 1, place));
        Settle();
        page.WaitForAssertion(() => Assert.Equal("Prioritering, runde 1", page.Find("#time-title").TextContent));
        await page.InvokeAsync(() => page.Find(".time-panel .next").ClickAsync());
        Assert.Equal("Runde 2 har ingen par ennå. Sett dem sammen først.", page.Find("#no-pairs").TextContent);
        Assert.Empty(page.FindAll(".time-panel button[aria-keyshortcuts=N]"));
        await DoAsync(TestData.Facilitator, new PairsProposed([.. first], [[Grouped(2, 0, 2), Grouped(3, 1, 3)]]));
        await DoAsync(TestData.Facilitator, new PairsShown());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("Til runde 2: nye par", page.Find(".time-panel .next").TextContent.Trim()));
        await page.InvokeAsync(() => page.Find(".time-panel .next").ClickAsync());
        Assert.Equal((6, 1), (Rooms.Current.Workshop.Position, Rooms.Current.Workshop.Round));

        static Pair Grouped(int id, params int[] members) => new(TestData.PairId(id), [.. members.Select(TestData.Party)], []);
    }

    [Fact]
    public async Task Three_parties_cannot_have_several_rounds_and_are_told_so()
    {
        var page = OpenWithAll(TestData.InRounds(3));
        await ProposeAsync(page, expects: false);
        page.WaitForAssertion(() =>
            Assert.Contains("Med 3 deltakere møter alle de samme igjen i hver runde.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Rooms.Current.Workshop.Proposal);
    }

    [Fact]
    public async Task Each_pair_says_in_a_sentence_why()
    {
        History.Earlier.Add(new(new DateOnly(2025, 6, 1), [[TestData.Party(0).ToString(), TestData.Party(1).ToString()]], "Avfall"));
        var page = OpenWithAll(TestData.Planned(2, 2));
        await ProposeAsync(page);
        var names = Rooms.Current.Workshop.Proposal[0].Members.Select(member => Rooms.Current.Parties[member].Name.Value);
        Assert.Contains(
            $"{string.Join(" og ", names)} har vært i par én gang, 1. juni 2025. Det lot seg ikke unngå. Da snakket de om Avfall.",
            page.Find(".reason").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_change_places_by_button_and_it_can_be_undone()
    {
        var page = OpenWithAll(TestData.Planned(4, 4));
        await ProposeAsync(page);
        var before = Rooms.Current.Workshop.Proposal;
        var (one, other) = (before[0].Members[0], before[1].Members[1]);
        await page.InvokeAsync(() => Chip(page, one).ClickAsync());
        Assert.Equal("true", Chip(page, one).GetAttribute("aria-pressed"));
        await page.InvokeAsync(() => Chip(page, other).ClickAsync());
        var after = Rooms.Current.Workshop.Proposal;
        Assert.Contains(after, pair => pair.Members.Contains(other) && pair.Members.Contains(before[0].Members[1]));
        Assert.All(after, pair => Assert.NotEmpty(pair.Reasons));
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Angre")));
        await page.InvokeAsync(() => Button(page, "Angre").ClickAsync());
        Assert.Equal(before, Rooms.Current.Workshop.Proposal);
    }

    [Fact]
    public async Task Two_change_places_by_drag_and_escape_lets_go()
    {
        var page = OpenWithAll(TestData.Planned(4, 4));
        await ProposeAsync(page);
        var before = Rooms.Current.Workshop.Proposal;
        var (one, other) = (before[0].Members[0], before[1].Members[0]);
        await page.InvokeAsync(() => Chip(page, one).ClickAsync());
        await page.InvokeAsync(() => page.Find(".proposal").KeyDownAsync("Escape"));
        Assert.Equal("false", Chip(page, one).GetAttribute("aria-pressed"));
        await page.InvokeAsync(() => Chip(page, one).ParentElement!.DragStartAsync());
        await page.InvokeAsync(() => Chip(page, other).ParentElement!.DropAsync());
        Assert.Contains(
            Rooms.Current.Workshop.Proposal,
            pair => pair.Members.Contains(other) && pair.Members.Contains(before[0].Members[1])
        );
    }

    [Fact]
    public async Task A_pair_is_pinned_and_stays_when_the_rest_is_proposed_anew()
    {
        var page = OpenWithAll(TestData.Planned(8, 8));
        await ProposeAsync(page);
        var pinned = Rooms.Current.Workshop.Proposal[0];
        await page.InvokeAsync(() => Button(page, "Fest").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("true", Button(page, "Fest").GetAttribute("aria-pressed")));
        for (var round = 0; round < 3; round++)
        {
            await ProposeAsync(page);
            Assert.Contains(Rooms.Current.Workshop.Proposal, pair => pair.Members.TrueForAll(pinned.Members.Contains));
        }

        await page.InvokeAsync(() => Button(page, "Fest").ClickAsync());
        Assert.Empty(Rooms.Current.Workshop.Wishes);
    }

    [Fact]
    public async Task Prohibitions_that_cannot_all_be_kept_are_refused_in_words_with_what_to_drop()
    {
        var page = OpenWithAll(TestData.Planned(2, 2));
        await ProposeAsync(page);
        await page.InvokeAsync(() => Button(page, "Aldri sammen").ClickAsync());
        Settle();
        await ProposeAsync(page, expects: false);
        page.WaitForAssertion(() =>
            Assert.Contains("Stad og Arendal skal aldri være sammen", page.Find(".pairing > .beside").TextContent, StringComparison.Ordinal)
        );
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Dropp")));
        await page.InvokeAsync(() => Button(page, "Dropp").ClickAsync());
        Assert.Empty(Rooms.Current.Workshop.Wishes);
    }

    [Fact]
    public async Task A_wish_between_any_two_is_written_by_hand_and_needs_two()
    {
        var page = Open(TestData.Planned(4, 4));
        await page.InvokeAsync(() => page.Find(".wish-list form").SubmitAsync());
        Assert.Contains("Velg to forskjellige", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll(".wish-list select")[0].ChangeAsync(TestData.Party(0).ToString()));
        await page.InvokeAsync(() => page.FindAll(".wish-list select")[2].ChangeAsync(TestData.Party(3).ToString()));
        await page.InvokeAsync(() => page.Find(".wish-list form").SubmitAsync());
        Assert.Equal([new PairWish(TestData.Party(0), TestData.Party(3), Together: true)], Rooms.Current.Workshop.Wishes);
    }

    [Fact]
    public async Task A_latecomer_is_told_and_placed_while_the_pairs_that_have_begun_stay()
    {
        var gathering = TestData.Fold(
            TestData.At(PhaseKind.Board, 2, 2),
            [(TestData.Facilitator, new PartyInvited(TestData.Party(4), "Asker", null, PartyKind.Municipality, null))]
        );
        var page = Open(gathering);
        await DoAsync(TestData.Application, new PersonJoined(TestData.Person(4), TestData.Party(4)));
        EverybodyComes(page);
        page.WaitForAssertion(() =>
            Assert.Contains("Er her nå, men uten par: Asker", page.Find(".outsiders").TextContent, StringComparison.Ordinal)
        );
        await page.InvokeAsync(() => page.Find(".outsiders button").ClickAsync());
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Foreslå med dem som er her")));
        await page.InvokeAsync(() => Button(page, "Foreslå med dem som er her").ClickAsync());
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["2 kommuner i gang får en ny å dele med", "2 kommuner i gang får en ny å dele med"],
                page.FindAll(".ways h4").Select(way => string.Join(' ', way.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            )
        );
        Assert.Collection(
            page.FindAll(".ways ol > li:first-child ul li").Select(sentence => sentence.TextContent),
            first => Assert.StartsWith("Asker er kommet til og deler med ", first, StringComparison.Ordinal),
            second => Assert.EndsWith(" fortsetter sammen og får med seg Asker.", second, StringComparison.Ordinal));
        Assert.Empty(Rooms.Current.Workshop.Proposal);
        await page.InvokeAsync(() => Button(page, "Velg dette").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal(2, Rooms.Current.Workshop.Proposal.Count));
        Assert.Empty(page.FindAll(".ways"));
        var (kept, trio) = (
            Rooms.Current.Workshop.Proposal.Single(pair => pair.Members.Count == 2),
            Rooms.Current.Workshop.Proposal.Single(pair => pair.Members.Count == 3)
        );
        Assert.Contains(gathering.Workshop.Pairs, pair => pair.Id == kept.Id);
        Assert.Contains(gathering.Workshop.Pairs, pair => pair.Members.TrueForAll(trio.Members.Contains));
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("1 par blir som før, 1 blir nytt", page.Find(".show-pairs").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pairs_that_were_shown_by_mistake_are_put_back()
    {
        var page = OpenWithAll(TestData.At(PhaseKind.Board, 2, 2));
        var before = Rooms.Current.Workshop.Pairs;
        await page.InvokeAsync(() => page.Find("button[aria-keyshortcuts=F]").ClickAsync());
        await ProposeAsync(page);
        await page.InvokeAsync(() => Chip(page, before[0].Members[0]).ClickAsync());
        await page.InvokeAsync(() => Chip(page, before[1].Members[0]).ClickAsync());
        Settle();
        await page.InvokeAsync(() => Button(page, "Vis parene for alle").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Angre")));
        Assert.NotEqual(before.Select(pair => pair.Id), Rooms.Current.Workshop.Pairs.Select(pair => pair.Id));
        await page.InvokeAsync(() => Button(page, "Angre").ClickAsync(new()));
        Assert.Equal(
            before.Select(pair => (pair.Id, string.Join('+', pair.Members))),
            Rooms.Current.Workshop.Pairs.Select(pair => (pair.Id, string.Join('+', pair.Members)))
        );
        Settle();
        page.WaitForAssertion(() => Assert.Contains("Angret", page.Find(".asks").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_met_whom_stands_in_a_picture_and_in_a_table_that_says_the_same()
    {
        var (stad, arendal, bergen) = (TestData.Party(0).ToString(), TestData.Party(1).ToString(), TestData.Party(2).ToString());
        History.Earlier.Add(new(new DateOnly(2024, 6, 1), [[stad, arendal]]));
        History.Earlier.Add(new(new DateOnly(2025, 6, 1), [[arendal, stad], [bergen, "borte"]]));
        var page = Open(TestData.Planned(3, 3));
        var names = page.FindAll(".matrix tbody th").Select(name => name.TextContent).ToList();
        Assert.Equal(3, names.Count);
        Assert.Equal(2, page.FindAll(".matrix td.often").Count);
        Assert.All(
            page.FindAll(".matrix td.often"),
            cell => Assert.Equal("2 ganger, sist 1. juni 2025", cell.TextContent.Replace('\u00a0', ' '))
        );
        Assert.Empty(page.FindAll(".matrix td.once"));
        Assert.Single(page.FindAll("svg path.often"));
        Assert.Contains("1 par", page.Find(".who-has-met svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_gatherings_are_planned_ahead_without_a_repeat()
    {
        var page = Open(TestData.Planned(6, 6));
        await page.InvokeAsync(() => page.Find(".rounds-ahead input").ChangeAsync("5"));
        await page.InvokeAsync(() => page.Find(".rounds-ahead form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".rounds-ahead li").Count));
        Assert.Equal("Ingen møter en de har møtt før.", page.Find("#rounds-said").TextContent);
        page.WaitForState(() => !page.Find(".rounds-ahead button").HasAttribute("disabled"));
        await page.InvokeAsync(() => page.Find(".rounds-ahead input").ChangeAsync("0"));
        await page.InvokeAsync(() => page.Find(".rounds-ahead form").SubmitAsync());
        Assert.Equal("Skriv et tall fra 1 til 12.", page.Find("#rounds-said").TextContent);
    }

    [Fact]
    public async Task What_was_done_is_told_with_who_did_it_and_what_was_undone()
    {
        var page = Open(TestData.Planned(4, 4));
        await DoAsync(TestData.Facilitator, new PairWished(new PairWish(TestData.Party(0), TestData.Party(1), Together: false)));
        await DoAsync(TestData.Organiser, new DoorSet(false));
        await page.InvokeAsync(() => Button(page, "Angre").ClickAsync());
        Settle();
        Assert.Empty(page.FindAll("#doings li"));
        await page.InvokeAsync(() => Button(page, "Hva som er gjort").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal(
            ["nå Astrid lukket døra. Angret.", "nå Per ønsket at Stad og Arendal aldri skal være sammen."],
            page.FindAll("#doings li")
                .Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        )
        );
        Assert.True(Rooms.Current.DoorOpen);
    }

    [Fact]
    public async Task Who_is_here_now_is_one_number_and_who_has_been_here_is_another()
    {
        var page = Open(TestData.Planned(5, 4));
        var left = Presence.Enter(TestData.Id, TestData.Person(3), TestData.Party(3));
        using var stays = Presence.Enter(TestData.Id, TestData.Person(0), TestData.Party(0));
        using var too = Presence.Enter(TestData.Id, TestData.Person(1), TestData.Party(1));
        left.Dispose();
        Settle();
        page.WaitForAssertion(() => Assert.Contains("2 av 5 er her nå", page.Find(".sub").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["De som er her nå (2)", "Alle som har vært innom (4)", "Alle inviterte (5)"],
            page.FindAll(".modes label").Select(label => label.TextContent.Trim())
        );
        Assert.Contains("2 av 5", page.Find(".who legend").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Velg selv").ClickAsync());
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["her nå", "her nå", "har vært innom", "har vært innom", ""],
                page.FindAll(".parties .state").Select(state => state.TextContent)
            )
        );
        await ProposeAsync(page);
        Assert.Equal([TestData.Party(0), TestData.Party(1)], Rooms.Current.Workshop.Proposal.SelectMany(pair => pair.Members).Order());
    }

    [Fact]
    public async Task A_no_show_after_the_check_in_is_told_although_it_has_been_here()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2, 2));
        using var one = Presence.Enter(TestData.Id, TestData.Person(0), TestData.Party(0));
        Settle();
        await page.InvokeAsync(() => page.Find("button[aria-keyshortcuts=F]").ClickAsync());
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Står i par, men ingen er her nå: Arendal, Kristiansand, Bergen",
                page.Find(".outsiders").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    private IRenderedComponent<ConsolePage> OpenWithAll(Gathering gathering)
    {
        var page = Open(gathering);
        EverybodyComes(page);
        return page;
    }

    private void EverybodyComes(IRenderedComponent<ConsolePage> page)
    {
        foreach (var (person, membership) in Rooms.Current.People) Presence.Enter(TestData.Id, person, membership.Party);
        Settle();
        if (!Rooms.Current.Workshop.Pairs.IsEmpty) return;
        // Who is here is told to the page beside everything else, and a proposal made before it is about nobody.
        var parties = Rooms.Current.People.Values.Select(membership => membership.Party).Distinct().Count();
        page.WaitForAssertion(() =>
            Assert.Contains($"De som er her nå ({parties})", page.Find(".modes").TextContent, StringComparison.Ordinal)
        );
    }

    private async Task ProposeAsync(IRenderedComponent<ConsolePage> page, bool expects = true)
    {
        var before = Rooms.Asked.Count;
        await page.WaitForElement("button[aria-keyshortcuts=R]").ClickAsync();
        // The solver works beside the screen; the answer comes when it comes.
        if (expects) page.WaitForAssertion(() => Assert.IsType<PairsProposed>(Rooms.Asked.Skip(before).LastOrDefault()));
        page.WaitForElement("button[aria-keyshortcuts=R]:not([disabled])");
        Settle();
    }

    private static AngleSharp.Dom.IElement Chip(IRenderedComponent<ConsolePage> page, Domain.Id<Party> party)
    {
        var name = page.FindComponents<PartyChip>().First(chip => chip.Instance.Party.Id == party).Instance.Party.Name;
        return page.FindAll(".chip-party").First(chip => chip.QuerySelector(".party")!.TextContent.Trim() == name).QuerySelector("button")!;
    }

    // The chip of a party in the second round.
    private AngleSharp.Dom.IElement ChipLater(IRenderedComponent<ConsolePage> page, Domain.Id<Party> party) => page
        .FindAll("section[aria-labelledby=proposal-title-2] .chip-party")
        .First(chip => chip.QuerySelector(".party")!.TextContent.Trim() == Rooms.Current.Parties[party].Name.Value)
        .QuerySelector("button")!;
}
