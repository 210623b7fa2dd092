using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Networks;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Followup;

/// <summary>What a party of a network promised last, and the figures of the network.</summary>
[Collection(AccessTogether.Name)]
public sealed class LastPromisesTests(AccessApplication application)
{
    private readonly string _network = $"Nettverk {Guid.NewGuid():N}";
    private readonly Actor.Account _owner = NetworkActs.Somebody();

    private ILastPromises Last => application.Get<ILastPromises>();

    [Fact]
    public async Task The_newest_gathering_at_which_the_municipality_promised_anything_is_the_last()
    {
        await GivenAsync(2022, ("Stad", "4649", "Gammelt løfte"));
        await GivenAsync(2023, ("Stad kommune", "4649", "Kartlegge lagerplass"), ("Bergen", "4601", "Leie ut hallen"));
        await GivenAsync(2024, ("Bergen", "4601", "Kjøpe truck"));
        var now = await GivenAsync(2025, ("Stad", "4649", null));
        var found = (await Last.OfPartyAsync(await ViewAsync(now)))!;
        Assert.Equal(["Kartlegge lagerplass"], found.Promises.Select(promise => promise.Commitment.What.Value));
        Assert.True(found.HasOpen);
        // Only figures of the gathering before: one promise of one party.
        Assert.Equal(new PromiseTally(1, 0, 0, 0, 1), (await Last.BeforeAsync(now))!.Tally);
    }

    [Theory]
    [InlineData(PromiseState.Begun, true)]
    [InlineData(PromiseState.Done, false)]
    [InlineData(PromiseState.Dropped, false)]
    public async Task A_promise_that_had_only_begun_is_asked_about_again(PromiseState state, bool open)
    {
        await GivenAsync(2023, state, ("Stad", "4649", "Kartlegge lagerplass"));
        var now = await GivenAsync(2025, ("Stad", "4649", null));
        Assert.Equal(open, (await Last.OfPartyAsync(await ViewAsync(now)))!.HasOpen);
    }

    [Fact]
    public async Task Nothing_is_found_at_the_first_gathering_for_another_municipality_and_in_another_network()
    {
        var first = await GivenAsync(2023, ("Stad", "4649", "Kartlegge lagerplass"));
        Assert.Null(await Last.OfPartyAsync(await ViewAsync(first)));
        Assert.Null(await Last.BeforeAsync(first));
        Assert.Null(await Last.OfPartyAsync(await ViewAsync(await GivenAsync(2025, ("Asker", "3203", null)))));
        var elsewhere = new LastPromisesTests(application);
        Assert.Null(await Last.OfPartyAsync(await ViewAsync(await elsewhere.GivenAsync(2025, ("Stad", "4649", null)))));
    }

    [Fact]
    public async Task The_figures_of_a_network_are_the_sum_of_its_gatherings()
    {
        await GivenAsync(2023, PromiseState.Done, ("Stad", "4649", "Kartlegge lagerplass"), ("Bergen", "4601", "Leie ut hallen"));
        var last = await GivenAsync(2024, PromiseState.Begun, ("Asker", "3203", "Kjøpe truck"));
        var network = await application.Web.NetworkOfAsync(last);
        Assert.Equal(new PromiseTally(3, 1, 2, 0, 3), await Last.OfNetworkAsync(network));
    }

    [Fact]
    public async Task A_municipality_that_has_left_the_network_reads_so_and_can_still_answer()
    {
        var gathering = await GivenAsync(2023, ("Stad", "4649", "Kartlegge lagerplass"));
        var network = await application.Web.NetworkOfAsync(gathering);
        var party = (await application.Web.Rooms.ReadAsync(gathering)).PartiesInOrder.First().Id;
        var link = $"/etter/{(await application.Get<IPartyLinks>().OfPartiesAsync(gathering, [party]))[party]}";
        using var phone = application.Browser();
        Assert.DoesNotContain("ikke lenger med", (await phone.GetAsync(link)).Html, StringComparison.Ordinal);

        await application.Web.MustKeepAsync(network, _owner, new NetworkChange.MembersAdded(
            [new(new(Guid.CreateVersion7()), "Stad", "4649", PartyKind.Municipality, Until: new DateOnly(2024, 12, 31))]));
        var page = await phone.GetAsync(link);
        Assert.Contains("Stad er ikke lenger med i nettverket.", page.Html, StringComparison.Ordinal);
        var promise = (await application.Web.Rooms.ReadAsync(gathering)).Workshop.WorkOf(party).Promises[0].Id;
        await phone.SubmitAsync(page, "lofter", ("svar", $"{promise}/Done"));
        var answer = (await application.Web.Rooms.ReadAsync(gathering)).Workshop.WorkOf(party).Promises[0].Answer;
        Assert.Equal(PromiseState.Done, answer?.State);
    }

    private Task<Id<Gathering>> GivenAsync(int year, params (string Name, string Number, string? Promise)[] parties) =>
        GivenAsync(year, null, parties);

    private async Task<Id<Gathering>> GivenAsync(
        int year, PromiseState? state, params (string Name, string Number, string? Promise)[] parties)
    {
        var rooms = application.Web.Rooms;
        var id = await application.Web.MakeAsync(_owner, _network, year);
        var seats = parties.Select(party => new TestSeat(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), party.Name)).ToList();
        foreach (var (seat, (name, number, _)) in seats.Zip(parties))
        {
            await rooms.MustKeepAsync(id, _owner, new PartyInvited(seat.Party, name, number, PartyKind.Municipality, null));
            await rooms.MustKeepAsync(id, new Actor.Application(), new PersonJoined(seat.Person, seat.Party));
        }

        if (parties[0].Promise is null) return id;
        await rooms.MustKeepAsync(id, _owner, new WorkshopPlanned("ombruk", PhasePlans.Full));
        await rooms.MustKeepAsync(
            id, _owner, new PhaseEntered(-1, PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Summary)));
        foreach (var (seat, (_, _, words)) in seats.Zip(parties))
        {
            var promise = new Id<Promise>(Guid.CreateVersion7());
            await rooms.MustKeepAsync(id, seat.Actor, new PromisePut(promise, new(words!, "Rektor", null)));
            if (state is not null) await rooms.MustKeepAsync(id, seat.Actor, new PromiseAnswered(promise, state));
        }

        return id;
    }

    private async Task<GatheringView> ViewAsync(Id<Gathering> gathering)
    {
        var read = await application.Web.Rooms.ReadAsync(gathering);
        return GatheringView.ForParty(read, read.PartiesInOrder.First().Id);
    }
}
