using System.Collections.Immutable;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Join(Gathering g, PersonJoined c)
    {
        if (!g.Parties.ContainsKey(c.Party)) return RefusalReason.NoSuchParty;
        if (g.Door != DoorState.Open) return RefusalReason.DoorClosed;
        return IsFull(g) ?? (g.People.ContainsKey(c.Person) ? RefusalReason.AlreadyExists : Enter(g, c.Person, c.Party));
    }

    private static Outcome Knock(Gathering g, PersonKnocked c, DateTimeOffset at)
    {
        if (!g.Parties.ContainsKey(c.Party)) return RefusalReason.NoSuchParty;
        // Also at an open door: a person who was shown out must knock.
        if (g.Door == DoorState.Closed) return RefusalReason.DoorClosed;
        if (g.People.ContainsKey(c.Person)) return RefusalReason.AlreadyExists;
        // A person who knocks twice keeps the place in the queue. A person who was declined may ask again.
        var since = g.Knocks.TryGetValue(c.Person, out var before) && !before.Declined ? before.At : at;
        return IsFull(g) ?? (g with { Knocks = g.Knocks.SetItem(c.Person, new Knock(c.Party, since, Declined: false)) });
    }

    private static Outcome Admit(Gathering g, Id<Person> person) =>
        Waits(g, person) is { } knock ? Enter(g, person, knock.Party) : RefusalReason.NotKnocking;

    private static Outcome Decline(Gathering g, Id<Person> person) =>
        Waits(g, person) is { } knock
            ? g with
            {
                Knocks = WithoutOldest(g.Knocks.SetItem(person, knock with { Declined = true })),
            }
            : RefusalReason.NotKnocking;

    /// <summary>Keeps the newest declined people only, so that they cannot fill the gathering.</summary>
    private static ImmutableSortedDictionary<Id<Person>, Knock> WithoutOldest(ImmutableSortedDictionary<Id<Person>, Knock> knocks)
    {
        var declined = knocks.Where(knock => knock.Value.Declined).ToList();
        return declined.Count <= Limits.Declined ? knocks : knocks.Remove(declined.MinBy(knock => (knock.Value.At, knock.Key)).Key);
    }

    /// <summary>Everybody who waits when the door is opened is let in.</summary>
    private static Outcome SetDoor(Gathering g, DoorSet c)
    {
        var set = g with { DoorOpen = c.Open, DoorGuarded = c.Open && c.Guarded };
        return set.Door != DoorState.Open
            ? set
            : set.Knocks.Where(knock => !knock.Value.Declined).Aggregate(set, (all, knock) => Enter(all, knock.Key, knock.Value.Party));
    }

    private static Outcome Move(Gathering g, Actor actor, PersonMoved c)
    {
        var self = actor is Actor.Participant participant && participant.Person == c.Person;
        if (actor is Actor.Participant && !self) return RefusalReason.NotAllowed;
        if (!g.People.TryGetValue(c.Person, out var membership) || membership.Removed) return RefusalReason.NotAllowed;
        if (!g.Parties.ContainsKey(c.Party)) return RefusalReason.NoSuchParty;
        // A guarded door has let this person in for one party, and not for another.
        if (self && g.Door != DoorState.Open) return RefusalReason.DoorClosed;
        return g with { People = g.People.SetItem(c.Person, membership with { Party = c.Party }) };
    }

    private static Outcome ShowOut(Gathering g, PersonShownOut c) =>
        g.People.TryGetValue(c.Person, out var membership) && !membership.Erased
        ? g with { People = g.People.SetItem(c.Person, membership with { Removed = !c.Back }) }
        : RefusalReason.NotAllowed;

    private static Gathering Enter(Gathering g, Id<Person> person, Id<Party> party) =>
        g with { People = g.People.Add(person, new Membership(party, Removed: false)), Knocks = g.Knocks.Remove(person) };

    private static Knock? Waits(Gathering g, Id<Person> person) =>
        g.Knocks.TryGetValue(person, out var knock) && !knock.Declined ? knock : null;

    /// <summary>People who were shown out or declined do not count.</summary>
    private static Outcome? IsFull(Gathering g) =>
        g.People.Count + g.Knocks.Count >= 2 * Limits.Many
        && g.People.Count(person => !person.Value.Removed) + g.Knocks.Count(knock => !knock.Value.Declined) >= 2 * Limits.Many
            ? RefusalReason.TooMany
            : (Outcome?)null;
}
