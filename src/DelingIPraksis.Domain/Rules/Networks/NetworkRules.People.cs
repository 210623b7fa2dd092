using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Networks;

public static partial class NetworkRules
{
    private static NetworkOutcome Appoint(Network n, Actor by, PersonAppointed c)
    {
        if (c.Role is not (NetworkRole.None or NetworkRole.Observer or NetworkRole.Helper or NetworkRole.Owner))
            return RefusalReason.NotAllowed;
        if (c.Role != NetworkRole.Owner && IsLastOwner(n, c.User)) return RefusalReason.LastOwner;
        if (c.Role == NetworkRole.None)
        {
            return n.People.ContainsKey(c.User)
                ? n with { People = n.People.Remove(c.User), Handover = Without(n.Handover, c.User) }
                : RefusalReason.NothingToChange;
        }

        if (n.People.Count >= Limits.Many) return RefusalReason.TooMany;
        // The application appoints an account only when the account accepts a link.
        var accepted = by is Actor.Application || n.People.GetValueOrDefault(c.User) is { Accepted: true };
        return n with { People = n.People.SetItem(c.User, new NetworkPerson(c.Role, accepted)), Handover = Without(n.Handover, c.User) };
    }

    private static NetworkOutcome HandOver(Network n, Actor by, HandedOver c)
    {
        if (by is Actor.Account account && account.User != c.From) return RefusalReason.NotAllowed;
        // A link may be used long after it was sent.
        if (n.People.GetValueOrDefault(c.From) is not { Role: NetworkRole.Owner } giver) return RefusalReason.NotAllowed;
        if (c.From == c.To) return RefusalReason.NothingToChange;
        var before = n.People.GetValueOrDefault(c.To);
        var receiver = new NetworkPerson(NetworkRole.Owner, by is Actor.Application || before is { Accepted: true });
        return n with
        {
            People = n.People.SetItem(c.To, receiver).SetItem(c.From, giver with { Role = NetworkRole.Helper }),
            Handover = new Handover(c.From, c.To, before),
        };
    }

    private static NetworkOutcome TakeBack(Network n, Actor by)
    {
        if (n.Handover is not { } handover) return RefusalReason.NothingToChange;
        if (by is Actor.Account account && account.User != handover.From && account.User != handover.To) return RefusalReason.NotAllowed;
        var people = n.People.SetItem(handover.From, new NetworkPerson(NetworkRole.Owner, true));
        return n with
        {
            People = handover.Before is { } before ? people.SetItem(handover.To, before) : people.Remove(handover.To),
            Handover = null,
        };
    }

    private static bool IsLastOwner(Network n, Id<User> user) =>
        n.People.GetValueOrDefault(user) is { Role: NetworkRole.Owner }
        && n.People.Values.Count(person => person.Role == NetworkRole.Owner) == 1;

    private static Handover? Without(Handover? handover, Id<User> user) =>
        handover?.From == user || handover?.To == user ? null : handover;
}
