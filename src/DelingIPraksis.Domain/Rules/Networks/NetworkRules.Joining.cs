using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Networks;

public static partial class NetworkRules
{
    private static NetworkOutcome Join(Network n, NetworksJoined c)
    {
        if (c.Other == n.Id || n.Joined.Exists(joined => joined.Other == c.Other)) return RefusalReason.NothingToChange;
        var gatherings = c.Gatherings.Except(n.Gatherings).ToImmutableSortedSet();
        if (n.Gatherings.Count + gatherings.Count > Limits.Many) return RefusalReason.TooMany;
        // A member that is there already, under any name, does not come twice. The other network keeps its own list.
        var after = n;
        var members = ImmutableSortedSet.CreateBuilder<Id<NetworkMember>>();
        foreach (var member in c.Members)
        {
            if (after.Members.ContainsKey(member.Id) || Put(after, member) is not NetworkOutcome.Accepted { Network: var with }) continue;
            after = with;
            members.Add(member.Id);
        }

        if (after.Members.Count > Limits.Many) return RefusalReason.TooMany;
        var people = c.People.Where(person => !n.People.ContainsKey(person.Key)).ToList();
        return after with
        {
            Gatherings = after.Gatherings.Union(gatherings),
            People = after.People.AddRange(people),
            Joined = after.Joined.Add(
                new JoinedNetwork(c.Other, gatherings, members.ToImmutable(), [.. people.Select(person => person.Key)])),
        };
    }

    private static NetworkOutcome Part(Network n, Id<Network> other)
    {
        if (JoinedIn(n, other) is not { } joined) return RefusalReason.NoSuchNetwork;
        var people = n.People.RemoveRange(joined.People);
        return n with
        {
            Gatherings = n.Gatherings.Except(joined.Gatherings),
            Members = n.Members.RemoveRange(joined.Members),
            // Whoever came with the other stays when nobody else would own this one.
            People = people.Values.Any(person => person.Role == NetworkRole.Owner) ? people : n.People,
            Joined = n.Joined.Remove(joined),
        };
    }

    private static NetworkOutcome Divide(Network n, Divided c)
    {
        if (c.Into == n.Id) return RefusalReason.AlreadyExists;
        if (Missing(c.Name, Limits.Name) is { } fault) return fault;
        if (c.Gatherings.IsEmpty) return RefusalReason.Empty;
        return c.Gatherings.Exists(gathering => !n.Gatherings.Contains(gathering))
            ? RefusalReason.NoSuchGathering
            : n with { Gatherings = n.Gatherings.Except(c.Gatherings) };
    }

    private static JoinedNetwork? JoinedIn(Network n, Id<Network> other) => n.Joined.Find(joined => joined.Other == other);
}
