using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>Pairs before the day: for those who have said that they come, shown on their links, and mended when one says no.</summary>
public sealed class BeforeTheDayTests : ConsoleContext
{
    private static readonly Rsvp _two = new(true, 2, 0);

    [Fact]
    public async Task Before_the_day_the_pairs_are_made_among_those_who_have_said_that_they_come()
    {
        var page = Open(InTenDays(7, [0, 1, 2, 3], no: [4]));
        Assert.Contains("De som har sagt de kommer (4)", Text(page), StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Foreslå par").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Equal(2, Rooms.Current.Workshop.Proposal.Count));
        Assert.Equal(
            Enumerable.Range(0, 4).Select(TestData.Party).Order(),
            Rooms.Current.Workshop.Proposal.SelectMany(pair => pair.Members).Order());
    }

    [Fact]
    public async Task On_the_day_those_who_are_here_count_and_not_what_they_said()
    {
        var page = Open(TestData.Fold(TestData.Planned(4, 4), Says([0, 1], [])));
        await page.InvokeAsync(() => Button(page, "Foreslå par").ClickAsync());
        Settle();
        Assert.Empty(Rooms.Current.Workshop.Proposal);
    }

    [Fact]
    public async Task The_pairs_are_shown_on_the_links_and_the_console_reads_who_accepts_and_who_asks_for_another()
    {
        var page = Open(InTenDays(4, [0, 1, 2, 3], no: []));
        await page.InvokeAsync(() => Button(page, "Foreslå par").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Vis parene på lenkene")));
        await page.InvokeAsync(() => Button(page, "Vis parene på lenkene").ClickAsync());
        Settle();
        var shown = Rooms.Current.Workshop.Preview!;
        Assert.Empty(Rooms.Current.Workshop.Pairs);
        var (one, other, third) = (shown[0].Members[0], shown[0].Members[1], shown[1].Members[0]);
        await DoAsync(TestData.Application, new PartnerAnswered(third, [shown[1].Members[1]], true, ""));
        await DoAsync(TestData.Application, new PartnerAnswered(one, [other], false, "Vi er naboer"));
        page.WaitForAssertion(() => Assert.Contains("1 av 4 har sagt ja, og 2 har ikke svart.", Text(page), StringComparison.Ordinal));
        Assert.Contains($"{Name(one)} vil helst ha en annen enn {Name(other)}: «Vi er naboer»", Text(page), StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Sett dem fra hverandre").ClickAsync());
        Settle();
        await page.InvokeAsync(() => Button(page, "Nytt forslag").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Contains("Kommunene ser fortsatt de forrige parene.", Text(page), StringComparison.Ordinal));
        Assert.DoesNotContain(Rooms.Current.Workshop.Proposal, pair => pair.Members.Contains(one) && pair.Members.Contains(other));
        await page.InvokeAsync(() => Button(page, "Ta dem bort fra lenkene").ClickAsync());
        Assert.Null(Rooms.Current.Workshop.Preview);
    }

    [Fact]
    public async Task A_no_the_day_before_gives_ways_to_go_on_and_the_one_that_disturbs_fewest_is_first()
    {
        var story = TestData.Fold(InTenDays(7, [0, 1, 2, 3, 4, 5, 6], no: []),
        [
            (TestData.Facilitator, new PairsPreviewed([Grouped(0, 0, 1), Grouped(1, 2, 3), Grouped(2, 4, 5, 6)])),
        ]);
        var page = Open(story);
        Assert.False(HasButton(page, "Finn veier videre"));
        await DoAsync(TestData.Application, new InvitationAnswered(TestData.Party(1), Rsvp.No));
        page.WaitForAssertion(() => Assert.Contains("Står i par, men har sagt nei: Arendal", Text(page), StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "Finn veier videre").ClickAsync());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".ways li h4")));
        Assert.InRange(page.FindAll(".ways li h4").Count, 1, 3);
        await page.InvokeAsync(() => Button(page, "Velg dette").ClickAsync());
        Settle();
        // Stad gets one of the trio, and nobody else is moved.
        var proposal = Rooms.Current.Workshop.Proposal;
        Assert.Contains(proposal, pair => pair.Members.Contains(TestData.Party(2)) && pair.Members.Contains(TestData.Party(3)));
        Assert.All(proposal, pair => Assert.Equal(2, pair.Members.Count));
        Assert.DoesNotContain(TestData.Party(1), proposal.SelectMany(pair => pair.Members));
    }

    private static Gathering InTenDays(int parties, int[] yes, int[] no)
    {
        var planned = TestData.Planned(parties, 0);
        return TestData.Fold(planned,
        [
            (TestData.Organiser, new GatheringDescribed(planned.Facts with { Date = planned.Facts.Date.AddDays(10) })),
            .. Says(yes, no),
        ]);
    }

    private static IEnumerable<(Actor, Change)> Says(int[] yes, int[] no) =>
        yes.Select(party => (TestData.Application, (Change)new InvitationAnswered(TestData.Party(party), _two)))
            .Concat(no.Select(party => (TestData.Application, (Change)new InvitationAnswered(TestData.Party(party), Rsvp.No))));

    private string Name(Id<Party> party) => Rooms.Current.Parties[party].Name.Value;

    private static string Text(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) =>
        System.Text.RegularExpressions.Regex.Replace(string.Concat(page.Nodes.Select(node => node.TextContent)), "\\s+", " ");

    private static Pair Grouped(int id, params int[] members) => new(TestData.PairId(id), [.. members.Select(TestData.Party)], []);
}
