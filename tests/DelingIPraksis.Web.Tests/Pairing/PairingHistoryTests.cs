using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Tests.Console;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Pairing;

public sealed class PairingHistoryTests
{
    private static readonly Actor Organiser = TestData.Organiser;

    [Fact]
    public async Task Earlier_gatherings_of_the_same_network_are_found_in_this_ones_keys_and_no_others()
    {
        await using var application = TestApplication.Started();
        var now = await MakeAsync(application, "Nettverket", 2026, 10, shown: false);
        await MakeAsync(application, "Nettverket", 2024, 20, shown: true);
        // The same name as somebody else would write it, and with a soft hyphen that nobody sees.
        await MakeAsync(application, "NETT\u00ADverket ", 2025, 80, shown: true);
        await MakeAsync(application, "Nettverket", 2023, 30, shown: false);
        await MakeAsync(application, "Et annet nettverk", 2024, 40, shown: true);
        await MakeAsync(application, "Nettverket", 2027, 50, shown: true);
        // Somebody else who gives a gathering the name of the network shares nothing, in either direction.
        var strangers = new Actor.Account(new Id<User>(Guid.CreateVersion7()));
        await MakeAsync(application, "Nettverket", 2022, 60, shown: true, strangers);
        var theirs = await MakeAsync(application, "Nettverket", 2026, 70, shown: false, strangers);

        var view = GatheringView.For(await application.Rooms.ReadAsync(now), Organiser);
        using var scope = application.Services.CreateScope();
        var history = await scope.ServiceProvider.GetRequiredService<IPairingHistory>().BeforeAsync(view);
        Assert.Equal([new DateOnly(2024, 6, 1), new DateOnly(2025, 6, 1)], history.Select(there => there.Date).Order());
        Assert.All(
            history,
            there => Assert.Equal([TestData.Party(10).ToString(), TestData.Party(11).ToString()], Assert.Single(there.Groups))
        );
        var known = await scope
            .ServiceProvider.GetRequiredService<IPairingHistory>()
            .BeforeAsync(GatheringView.For(await application.Rooms.ReadAsync(theirs), strangers));
        Assert.Equal([new DateOnly(2022, 6, 1)], known.Select(there => there.Date));
    }

    [Fact]
    public async Task Whoever_appoints_an_organiser_unasked_learns_nothing_of_whom_hers_have_met()
    {
        await using var application = TestApplication.Started();
        await MakeAsync(application, "Nettverket", 2024, 20, shown: true);
        var victim = ((Actor.Account)Organiser).User;
        var stranger = new Actor.Account(new Id<User>(Guid.CreateVersion7()));
        var theirs = await MakeAsync(application, "Nettverket", 2026, 70, shown: false, stranger);
        var trial = await MakeAsync(application, "Nettverket", 2026, 80, shown: false, stranger, demo: true);
        var rehearsal = await MakeAsync(application, "Nettverket", 2026, 90, shown: false, stranger, demo: true, of: trial);
        var history = application.Services.CreateScope().ServiceProvider.GetRequiredService<IPairingHistory>();
        foreach (var gathering in new[] { theirs, trial, rehearsal })
        {
            Assert.IsType<DelingIPraksis.Web.Rooms.Reply.Kept>(
                await application.SubmitAsync(gathering, stranger, new StaffAppointed(victim, Role.Organiser))
            );
            Assert.Empty(await history.BeforeAsync(GatheringView.For(await application.Rooms.ReadAsync(gathering), stranger)));
        }

        // Even one who accepted shares nothing real with a demo, nor with its rehearsal.
        foreach (var (gathering, shared) in new[] { (theirs, 1), (trial, 0), (rehearsal, 0) })
        {
            await application.SubmitAsync(gathering, stranger, new StaffAppointed(victim, Role.None));
            await application.SubmitAsync(gathering, new Actor.Application(), new StaffAppointed(victim, Role.Organiser));
            Assert.Equal(
                shared,
                (await history.BeforeAsync(GatheringView.For(await application.Rooms.ReadAsync(gathering), stranger))).Count
            );
        }
    }

    [Fact]
    public async Task Pairs_given_by_hand_for_a_gathering_from_before_this_tool_count()
    {
        await using var application = TestApplication.Started();
        var now = await MakeAsync(application, "Nettverket", 2026, 10, shown: false);
        var earlier = await MakeAsync(application, "Nettverket", 2019, 20, shown: false);
        var history = application.Services.CreateScope().ServiceProvider.GetRequiredService<IPairingHistory>();
        var view = GatheringView.For(await application.Rooms.ReadAsync(now), Organiser);
        Assert.Empty(await history.BeforeAsync(view));
        var there = await application.Rooms.ReadAsync(earlier);
        ImmutableList<Id<Party>> parties = [.. there.PartiesInOrder.Take(2).Select(party => party.Id)];
        Assert.IsType<DelingIPraksis.Web.Rooms.Reply.Kept>(
            await application.SubmitAsync(earlier, Organiser, new PairsRecorded([new Pair(TestData.PairId(7), parties, [])]))
        );
        Assert.Equal(new DateOnly(2019, 6, 1), Assert.Single(await history.BeforeAsync(view)).Date);
    }

    [Fact]
    public void A_name_that_fits_two_is_not_taken_for_either()
    {
        var then = TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Da", Network = "N", Date = new(2020, 1, 1) }, false)),
            (Organiser, new PartyInvited(TestData.Party(90), "Herøy", "1515", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(TestData.Party(91), "Våler", null, PartyKind.Municipality, null)),
            (Organiser, new PairsProposed([new Pair(TestData.PairId(0), [TestData.Party(90), TestData.Party(91)], [])])),
            (Organiser, new PairsShown()),
        ]);
        var now = TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Nå", Network = "N", Date = new(2021, 1, 1) }, false)),
            (Organiser, new PartyInvited(TestData.Party(1), "Herøy", "1818", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(TestData.Party(2), "Herøy", "1515", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(TestData.Party(3), "Våler", "3419", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(TestData.Party(4), "Våler", "3114", PartyKind.Municipality, null)),
        ]);
        var earlier = EarlierGatherings.As(GatheringView.For(then, Organiser), GatheringView.For(now, Organiser));
        Assert.Equal([TestData.Party(2).ToString(), "/Våler"], earlier.Groups[0]);
    }

    [Theory]
    [InlineData("Stad kommune", null, PartyKind.Other, true)]
    [InlineData("St\u00ADad", null, PartyKind.Municipality, true)]
    [InlineData("STAD  kommune ", null, PartyKind.Association, true)]
    [InlineData("Stad", "1449", PartyKind.Municipality, true)]
    [InlineData("Stad", "46", PartyKind.County, false)]
    [InlineData("Stadt", null, PartyKind.Municipality, false)]
    public void A_party_is_known_again_however_its_name_was_written(string name, string? number, PartyKind kind, bool known)
    {
        var then = TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Da", Network = "N", Date = new(2020, 1, 1) }, false)),
            (Organiser, new PartyInvited(TestData.Party(90), name, number, kind, null)),
            (Organiser, new PartyInvited(TestData.Party(91), "Arendal", "4203", PartyKind.Municipality, null)),
            (Organiser, new PairsProposed([new Pair(TestData.PairId(0), [TestData.Party(90), TestData.Party(91)], [])])),
            (Organiser, new PairsShown()),
        ]);
        var now = TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Nå", Network = "N", Date = new(2021, 1, 1) }, false)),
            (Organiser, new PartyInvited(TestData.Party(1), "Stad", "4649", PartyKind.Municipality, null)),
            (Organiser, new PartyInvited(TestData.Party(2), "Arendal", "4203", PartyKind.Municipality, null)),
        ]);
        var earlier = EarlierGatherings.As(GatheringView.For(then, Organiser), GatheringView.For(now, Organiser));
        Assert.Equal(known, earlier.Groups[0].Contains(TestData.Party(1).ToString()));
    }

    /// <summary>Eid became Stad, and Vågsøy mainly Kinn. Tysfjord was divided between two that kept another name.</summary>
    [Fact]
    public void The_meetings_of_a_former_municipality_are_those_of_what_it_became()
    {
        var then = TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Da", Network = "N", Date = new(2018, 1, 1) }, false)),
            .. new[] { ("Eid", "1443"), ("Bergen", "1201"), ("Vågsøy", "1439"), ("Tysfjord", null), ("Hordaland fylkeskommune", "12") }
                .Select((one, place) => (Organiser, (Change)new PartyInvited(TestData.Party(90 + place), one.Item1, one.Item2,
                    one.Item2 == "12" ? PartyKind.County : PartyKind.Municipality, null))),
            (Organiser, new PairsProposed([
                new Pair(TestData.PairId(0), [TestData.Party(90), TestData.Party(91)], []),
                new Pair(TestData.PairId(1), [TestData.Party(92), TestData.Party(93), TestData.Party(94)], []),
            ])),
            (Organiser, new PairsShown()),
        ]);
        string[] names = ["Stad", "Bergen", "Kinn", "Narvik", "Hamarøy", "Vestland fylkeskommune"];
        string[] numbers = ["4649", "4601", "4602", "1806", "1875", "46"];
        var now = GatheringView.For(TestData.Fold(new Gathering(new(Guid.NewGuid())),
        [
            (Organiser, new GatheringCreated(GatheringFacts.None with { Title = "Nå", Network = "N", Date = new(2026, 1, 1) }, false)),
            .. names.Select((name, place) => (Organiser, (Change)new PartyInvited(TestData.Party(place), name, numbers[place],
                place == 5 ? PartyKind.County : PartyKind.Municipality, null))),
        ]), Organiser);
        var earlier = EarlierGatherings.As(GatheringView.For(then, Organiser), now);
        string Name(string key) => now.Parties.Single(party => party.Id.ToString() == key).Name.Value;
        Assert.Equal(
            [
                "Hamarøy+Kinn 1.1.2018 Tysfjord, Vågsøy", "Hamarøy+Vestland fylkeskommune 1.1.2018 Hordaland fylkeskommune, Tysfjord",
                "Kinn+Narvik 1.1.2018 Tysfjord, Vågsøy", "Kinn+Vestland fylkeskommune 1.1.2018 Hordaland fylkeskommune, Vågsøy",
                "Narvik+Vestland fylkeskommune 1.1.2018 Hordaland fylkeskommune, Tysfjord", "Bergen+Stad 1.1.2018 Eid",
            ],
            PastMeeting.Among([.. now.Parties.Select(PairingInput.KeyOf)], [earlier]).Select(met =>
                $"{string.Join('+', new[] { Name(met.First), Name(met.Second) }.Order(StringComparer.Ordinal))} "
                + $"{met.Last:d.M.yyyy} {string.Join(", ", met.CalledThen.Order(StringComparer.Ordinal))}")
                .OrderBy(line => line.StartsWith('B')).ThenBy(line => line, StringComparer.Ordinal));
        var reason = new PairingReason(PairingReasonCode.MetBefore, [PairingInput.KeyOf(now.Parties.First()),
            PairingInput.KeyOf(now.Parties.ElementAt(1))], 1, new(2018, 1, 1), null, ["Eid"]);
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture =
            System.Globalization.CultureInfo.GetCultureInfo("nb-NO");
        Assert.StartsWith(
            "Stad og Bergen har vært i par én gang, 1. januar 2018 (som Eid).",
            ReasonWords.Alone().Of(reason, now), StringComparison.Ordinal);
    }

    private static async Task<Id<Gathering>> MakeAsync(
        TestApplication application,
        string network,
        int year,
        int parties,
        bool shown,
        Actor? by = null,
        bool demo = false,
        Id<Gathering>? of = null
    )
    {
        var id = new Id<Gathering>(Guid.CreateVersion7());
        List<Change> changes =
        [
            new GatheringCreated(
                GatheringFacts.None with
                {
                    Title = $"Samling {year}",
                    Network = network,
                    Date = new DateOnly(year, 6, 1),
                },
                demo,
                of
            ),
            new PartyInvited(TestData.Party(parties), "Stad", "4649", PartyKind.Municipality, null),
            new PartyInvited(TestData.Party(parties + 1), "Viken", null, PartyKind.County, null),
        ];
        if (shown)
            changes.AddRange([
                new PairsProposed([new Pair(TestData.PairId(parties), [TestData.Party(parties), TestData.Party(parties + 1)], [])]),
                new PairsShown(),
            ]);
        foreach (var change in changes)
            Assert.IsType<DelingIPraksis.Web.Rooms.Reply.Kept>(await application.SubmitAsync(id, by ?? Organiser, change));
        return id;
    }
}
