using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Tests.Networks;

/// <summary>Networks as they are told in tests: several logs, and what follows from one in another.</summary>
internal sealed class NetworkStory
{
    public static readonly Actor Owner = new Actor.Account(Ids.User(1));
    public static readonly Actor Helper = new Actor.Account(Ids.User(2));
    public static readonly Actor Observer = new Actor.Account(Ids.User(3));
    public static readonly Actor Stranger = new Actor.Account(Ids.User(9));

    private readonly Dictionary<Id<Network>, Network> _networks = [];
    private int _asked;

    public List<(Id<Network> Network, NetworkEntry Entry)> Log { get; } = [];

    public Refusal? Refusal { get; private set; }

    public NetworkEntry Last => Log[^1].Entry;

    public static Id<Network> Id(int number) => new(new Guid(number, 7, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static Id<Gathering> Gathering(int number) => new(new Guid(number, 8, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static NetworkMember Member(int number, string name, string? register = null, int? from = null, int? until = null) =>
        new(
            new(new Guid(number, 9, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
            name,
            register,
            PartyKind.Municipality,
            null,
            from is { } first ? new DateOnly(first, 1, 1) : null,
            until is { } last ? new DateOnly(last, 12, 31) : null);

    /// <summary>A network with an owner, a helper, an observer, and two gatherings.</summary>
    public static NetworkStory Given(int number = 0)
    {
        var story = new NetworkStory();
        return story.Made(number);
    }

    public NetworkStory Made(int number, params int[] gatherings)
    {
        When(Id(number), Owner, new Created($"Nettverk {number}", "Om", false, [], [], []));
        When(Id(number), Owner, new PersonAppointed(Ids.User(2), NetworkRole.Helper));
        When(Id(number), Owner, new PersonAppointed(Ids.User(3), NetworkRole.Observer));
        foreach (var gathering in gatherings.Length > 0 ? gatherings : [number * 10, (number * 10) + 1])
            When(Id(number), Owner, new GatheringAdded(Gathering(gathering)));
        return this;
    }

    public Network this[int number] => Of(Id(number));

    public Network Of(Id<Network> id) => _networks.GetValueOrDefault(id) ?? new Network(id);

    public NetworkStory When(Actor actor, NetworkChange change) => When(Id(0), actor, change);

    /// <summary>Asks for a change, and does what follows from it, as the storage does: all of it or nothing.</summary>
    public NetworkStory When(Id<Network> id, Actor actor, NetworkChange change)
    {
        var start = _networks.ToDictionary();
        var (logged, left) = (Log.Count, new Queue<(Id<Network>, Actor, NetworkChange)>([(id, actor, Complete(change))]));
        Refusal = null;
        while (left.TryDequeue(out var next))
        {
            var before = Of(next.Item1);
            var entry = new NetworkEntry(
                before.Sequence + 1,
                new Guid(++_asked, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
                new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero).AddMinutes(_asked),
                next.Item2,
                next.Item3);
            if (NetworkRules.Decide(before, entry) is NetworkOutcome.Refused refused)
            {
                Refusal = refused.Refusal;
                Log.RemoveRange(logged, Log.Count - logged);
                _networks.Clear();
                foreach (var (key, value) in start) _networks[key] = value;
                return this;
            }

            _networks[before.Id] = ((NetworkOutcome.Accepted)NetworkRules.Decide(before, entry)).Network;
            Log.Add((before.Id, entry));
            foreach (var (network, follows, byApplication) in NetworkRules.ConsequencesOf(before, entry))
                left.Enqueue((network, byApplication ? new Actor.Application() : next.Item2, follows));
        }

        return this;
    }

    /// <summary>Undoes an entry of a network.</summary>
    public NetworkStory WhenUndone(Id<Network> id, NetworkEntry entry, Actor? by = null)
    {
        var log = Log.Where(there => there.Network == id).Select(there => there.Entry).ToList();
        var before = NetworkRules.Fold(new Network(id), log.TakeWhile(there => there.Sequence < entry.Sequence));
        foreach (var change in NetworkUndo.Of(before, entry, Of(id))) When(id, by ?? entry.Actor, change);
        return this;
    }

    private NetworkChange Complete(NetworkChange change) => change switch
    {
        NetworksJoined c when Of(c.Other) is { Exists: true } other =>
            new NetworksJoined(c.Other, [.. other.Gatherings], [.. other.Members.Values], other.People),
        GatheringAdded c => c with
        {
            From = _networks.Values.FirstOrDefault(network => network.Gatherings.Contains(c.Gathering))?.Id,
        },
        _ => change,
    };
}
