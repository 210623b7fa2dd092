using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Tests.Console;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Pairing;

public sealed class PairingHistoryTests
{
    private static readonly Actor Organiser = Told.Organiser;

    [Fact]
    public async Task Earlier_gatherings_of_the_same_network_are_found_in_this_ones_keys_and_no_others()
    {
        await using var application = TestApplication.Started();
        var now = await MakeAsync(application, "Nettverket", 2026, 10, shown: false);
        await MakeAsync(application, "Nettverket", 2024, 20, shown: true);
        await MakeAsync(application, "Nettverket", 2023, 30, shown: false);
        await MakeAsync(application, "Et annet nettverk", 2024, 40, shown: true);
        await MakeAsync(application, "Nettverket", 2027, 50, shown: true);

        var view = GatheringView.For(await application.Rooms.ReadAsync(now), Organiser);
        using var scope = application.Services.CreateScope();
        var history = await scope.ServiceProvider.GetRequiredService<IPairingHistory>().BeforeAsync(view);
        var only = Assert.Single(history);
        Assert.Equal(new DateOnly(2024, 6, 1), only.Date);
        Assert.Equal([Told.Party(10).ToString(), Told.Party(11).ToString()], Assert.Single(only.Groups));
    }

    [Fact]
    public void A_name_that_fits_two_is_not_taken_for_either()
    {
        var then = Told.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Da", Network = "N", Date = new(2020, 1, 1) }, false)),
            (Organiser, new PartyInvited(Told.Party(90), "Herøy", "1515", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(Told.Party(91), "Våler", null, PartyKind.Municipality, null)),
            (Organiser, new PairsProposed([new Pair(Told.PairId(0), [Told.Party(90), Told.Party(91)], [])])),
            (Organiser, new PairsShown()),
        ]);
        var now = Told.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Nå", Network = "N", Date = new(2021, 1, 1) }, false)),
            (Organiser, new PartyInvited(Told.Party(1), "Herøy", "1818", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(Told.Party(2), "Herøy", "1515", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(Told.Party(3), "Våler", "3419", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(Told.Party(4), "Våler", "3114", PartyKind.Municipality, null)),
        ]);
        var earlier = EarlierGatherings.As(GatheringView.For(then, Organiser), GatheringView.For(now, Organiser));
        Assert.Equal([Told.Party(2).ToString(), "/Våler"], earlier.Groups[0]);
    }

    private static async Task<Id<Gathering>> MakeAsync(TestApplication application, string network, int year, int parties, bool shown)
    {
        var id = new Id<Gathering>(Guid.CreateVersion7());
        List<Change> changes =
        [
            new GatheringCreated(GatheringFacts.None with { Title = $"Samling {year}", Network = network, Date = new DateOnly(year, 6, 1) }, false),
            new PartyInvited(Told.Party(parties), "Stad", "4649", PartyKind.Municipality, null),
            new PartyInvited(Told.Party(parties + 1), "Viken", null, PartyKind.County, null),
        ];
        if (shown) changes.AddRange([new PairsProposed([new Pair(Told.PairId(parties), [Told.Party(parties), Told.Party(parties + 1)], [])]), new PairsShown()]);
        foreach (var change in changes) Assert.IsType<DelingIPraksis.Web.Rooms.Reply.Kept>(await application.SubmitAsync(id, Organiser, change));
        return id;
    }
}
