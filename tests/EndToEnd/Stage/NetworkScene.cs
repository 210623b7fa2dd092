using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// A network that meets again, in an application of its own whose clock the test moves. What other journeys do at a browser is done by
/// verbs here.
/// </summary>
internal sealed class NetworkScene : IAsyncDisposable
{
    public const string Network = "Ombruk i vest";
    private static readonly (string Name, string Number)[] Members =
        [("Stad", "4649"), ("Arendal", "4203"), ("Bergen", "4601"), ("Asker", "3203")];

    private readonly Actor.Account _owner = new(New<User>());

    private NetworkScene() => App = TestApplication.Started(time: Clock);

    public MovableClock Clock { get; } = new();

    public TestApplication App { get; }

    /// <summary>An application with the organiser's account, and nothing else.</summary>
    public static async Task<NetworkScene> OpenAsync()
    {
        var scene = new NetworkScene();
        await scene.App.MakeAccountAsync(scene._owner, Organiser.Email, Organiser.Password);
        return scene;
    }

    /// <summary>A gathering of today that has not begun, in pairs as the members stand, with a person from each.</summary>
    public async Task<(TestGathering Gathering, string Code)> GatherAsync(string title)
    {
        var id = New<Gathering>();
        var facts = GatheringFacts.None with { Title = title, Network = Network, Date = Clock.Today, Place = "Nordfjordeid" };
        await DoAsync(id, _owner, new Change.GatheringCreated(facts, IsDemo: false));
        ImmutableList<TestSeat> seats = [.. Members.Select(member => new TestSeat(New<Person>(), New<Party>(), member.Name))];
        foreach (var (seat, (name, number)) in seats.Zip(Members))
        {
            await DoAsync(id, _owner, new Change.PartyInvited(seat.Party, name, number, PartyKind.Municipality, null));
            await DoAsync(id, new Actor.Application(), new Change.PersonJoined(seat.Person, seat.Party));
        }

        await DoAsync(id, _owner, new Change.WorkshopPlanned("ombruk", PhasePlans.Full));
        await DoAsync(id, _owner, new Change.PairsProposed(
            [.. GatheringVerbs.InPairs(seats).Select(pair => new Pair(New<Pair>(), [.. pair.Select(seat => seat.Party)], []))]));
        await DoAsync(id, _owner, new Change.PairsShown());
        return (new(id, _owner, seats), (await Get<JoinCodes>().IssueAsync(id)).Shown);
    }

    /// <summary>Moves everybody to a phase of the plan.</summary>
    public Task GoToAsync(TestGathering gathering, int from, PhaseKind phase) =>
        DoAsync(gathering.Id, _owner, new Change.PhaseEntered(from, PhasePlans.Full.FindIndex(there => there.Kind == phase)));

    public Task DoAsync(Id<Gathering> gathering, Actor actor, Change change) => App.Rooms.MustKeepAsync(gathering, actor, change);

    /// <summary>The address of a party's own page after the gathering, as it stands in the letter.</summary>
    public async Task<string> LinkAsync(TestGathering gathering, string party)
    {
        var id = gathering.Seats.Single(seat => seat.Name == party).Party;
        return Web.Shell.Addresses.Followup((await Get<IPartyLinks>().OfPartiesAsync(gathering.Id, [id]))[id]);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    private static Id<T> New<T>() => new(Guid.CreateVersion7());
}
