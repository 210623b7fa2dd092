using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Where a person is writing.</summary>
/// <param name="Person">Who.</param>
/// <param name="Party">For which party.</param>
/// <param name="Where">A short name of the field, such as <c>note:barrier</c>.</param>
public sealed record Writing(Id<Person> Person, Id<Party> Party, string Where);

/// <summary>Who is here in one gathering on this node now.</summary>
/// <param name="People">How many screens each person has open, with the party.</param>
/// <param name="Writing">Who writes where.</param>
public sealed record PresenceSnapshot(ImmutableDictionary<Id<Person>, Id<Party>> People, ImmutableList<Writing> Writing)
{
    public static readonly PresenceSnapshot Nobody = new(ImmutableDictionary<Id<Person>, Id<Party>>.Empty, []);

    /// <summary>The parties that a person is present for. Every screen uses this number for «here now».</summary>
    public HashSet<Id<Party>> Parties => [.. People.Values];

    /// <summary>How many people are present for a party.</summary>
    public int CountOf(Id<Party> party) => People.Count(person => person.Value == party);
}

/// <summary>
/// Who is online and who writes where. It is never in the rules and never on disk. It is in the memory of this node only, and the open
/// screens register again after a restart.
/// </summary>
public sealed class Presence
{
    private readonly ConcurrentDictionary<Id<Gathering>, Room> _rooms = new();

    /// <summary>Registers an open screen. Dispose it when the screen closes.</summary>
    public IDisposable Enter(Id<Gathering> gathering, Id<Person> person, Id<Party> party)
    {
        var room = RoomOf(gathering);
        room.Change(party, now =>
        {
            room.Screens[person] = room.Screens.GetValueOrDefault(person) + 1;
            return now with { People = now.People.SetItem(person, party) };
        });
        return new DisposeAction(() => room.Change(party, now =>
        {
            if (--room.Screens[person] > 0) return now;
            room.Screens.Remove(person);
            return new(now.People.Remove(person), now.Writing.RemoveAll(writing => writing.Person == person));
        }));
    }

    /// <summary>Registers that a person writes in a field, or (null) has stopped.</summary>
    public void Write(Id<Gathering> gathering, Id<Person> person, Id<Party> party, string? where)
    {
        var room = RoomOf(gathering);
        if (room.Snapshot.Writing.Exists(writing => writing.Person == person && writing.Where == where)) return;
        if (where is null && !room.Snapshot.Writing.Exists(writing => writing.Person == person)) return;
        room.Change(party, now =>
        {
            var others = now.Writing.RemoveAll(writing => writing.Person == person);
            return now with { Writing = where is null ? others : others.Add(new Writing(person, party, where)) };
        });
    }

    public PresenceSnapshot Of(Id<Gathering> gathering) =>
        _rooms.TryGetValue(gathering, out var room) ? room.Snapshot : PresenceSnapshot.Nobody;

    /// <summary>
    /// Follows presence. <paramref name="onChange"/> is called when a person comes, leaves, starts or stops writing.
    /// </summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="onChange">What to do.</param>
    /// <param name="concerns">
    /// The parties whose presence matters, or null for all. Without it, a thousand people who join would wake a thousand screens each.
    /// </param>
    public IDisposable Follow(Id<Gathering> gathering, Func<Task> onChange, Func<Id<Party>, bool>? concerns = null)
    {
        var room = RoomOf(gathering);
        var listener = new CoalescedListener(onChange);
        room.Listeners[listener] = concerns ?? (static _ => true);
        return new DisposeAction(() => room.Listeners.TryRemove(listener, out _));
    }

    private Room RoomOf(Id<Gathering> gathering) => _rooms.GetOrAdd(gathering, _ => new Room());

    private sealed class Room
    {
        /// <summary>How many screens each person has open. Access it only inside <see cref="Change"/>.</summary>
        public readonly Dictionary<Id<Person>, int> Screens = [];
        public readonly ConcurrentDictionary<CoalescedListener, Func<Id<Party>, bool>> Listeners = new();
        private readonly Lock _gate = new();

        public volatile PresenceSnapshot Snapshot = PresenceSnapshot.Nobody;

        public void Change(Id<Party> party, Func<PresenceSnapshot, PresenceSnapshot> change)
        {
            lock (_gate) Snapshot = change(Snapshot);

            foreach (var (listener, concerns) in Listeners)
                if (concerns(party)) listener.Signal();
        }
    }

    private sealed class DisposeAction(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
