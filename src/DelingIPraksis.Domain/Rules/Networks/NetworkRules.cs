using System.Collections.Immutable;
using System.Diagnostics;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Networks;

/// <summary>What the rules say of an entry in the log of a network.</summary>
public abstract record NetworkOutcome
{
    private NetworkOutcome()
    {
    }

    /// <summary>The entry is accepted, and this is the network after it.</summary>
    public sealed record Accepted(Network Network) : NetworkOutcome;

    /// <summary>The entry is refused, and nothing has changed.</summary>
    public sealed record Refused(Refusal Refusal) : NetworkOutcome;

    /// <summary>The network after an accepted entry.</summary>
    public static implicit operator NetworkOutcome(Network after) => new Accepted(after);

    /// <summary>A refusal for a reason that needs no number.</summary>
    public static implicit operator NetworkOutcome(RefusalReason reason) => new Refused(new Refusal(reason));

    /// <summary>A refusal.</summary>
    public static implicit operator NetworkOutcome(Refusal refusal) => new Refused(refusal);
}

/// <summary>
/// The rules of a network, which are also the reducer of its log. Pure and total: an entry is accepted and gives the next network, or is
/// refused with a reason and changes nothing. What two networks do to each other is an entry in the log of each:
/// <see cref="ConsequencesOf"/>.
/// </summary>
public static partial class NetworkRules
{
    /// <summary>Decides whether an entry is accepted, and gives the network after it.</summary>
    /// <param name="before">The network before it.</param>
    /// <param name="entry">The entry, with its place, time and actor stamped.</param>
    public static NetworkOutcome Decide(Network before, NetworkEntry entry)
    {
        if (entry.Change is Created created)
            return before.Sequence > 0 ? RefusalReason.AlreadyExists : Stamp(Create(before, entry, created), entry);
        // Who has no role is told the same as when there is no such network.
        var role = before.RoleOf(entry.Actor);
        if (!before.Exists || role == NetworkRole.None) return RefusalReason.NoSuchNetwork;
        if (!MayAsk(role, entry.Change)) return RefusalReason.NotAllowed;
        if (before.JoinedTo is not null && entry.Change is not (Restored or NetworkErased)) return RefusalReason.NetworkIsJoined;
        return Stamp(Apply(before, entry), entry);
    }

    /// <summary>Whether a role may ask for this kind of change at all. The rules then check whether it fits the state.</summary>
    public static bool MayAsk(NetworkRole role, NetworkChange change) => role switch
    {
        NetworkRole.Application => true,
        NetworkRole.Owner => change is INetworkByOwner or INetworkByHelper,
        NetworkRole.Helper => change is INetworkByHelper,
        _ => change is INetworkByAnyAccount,
    };

    /// <summary>Folds accepted entries, in order, onto a network.</summary>
    /// <exception cref="BrokenLogException">An entry is missing or is refused: the log is not as it was written.</exception>
    public static Network Fold(Network start, IEnumerable<NetworkEntry> entries) => entries.Aggregate(start, (network, entry) =>
        entry.Sequence != network.Sequence + 1 ? throw new BrokenLogException(start.Id.Value, network.Sequence + 1, isMissing: true)
        : Decide(network, entry) is NetworkOutcome.Accepted accepted ? accepted.Network
        : throw new BrokenLogException(start.Id.Value, entry.Sequence, isMissing: false));

    /// <summary>
    /// The changes of other networks that follow from an accepted entry. They are stored in the same transaction, by the same actor unless
    /// it says the application; one that is refused refuses the entry too.
    /// </summary>
    /// <param name="before">The network before the entry.</param>
    /// <param name="entry">The entry.</param>
    public static IEnumerable<(Id<Network> Network, NetworkChange Change, bool ByApplication)> ConsequencesOf(
        Network before, NetworkEntry entry) => entry.Change switch
        {
            GatheringAdded { From: { } from } c => [(from, new GatheringRemoved(c.Gathering), true)],
            GatheringRemoved { To: { } to } c => [(to, new GatheringAdded(c.Gathering), false)],
            NetworksJoined c => [(c.Other, new JoinedAway(before.Id), false)],
            NetworksParted c when JoinedIn(before, c.Other) is { } joined =>
                [(c.Other, new Restored([.. joined.Gatherings.Intersect(before.Gatherings)]), true)],
            Divided c => [(c.Into, new Created(
                c.Name,
                before.Ingress,
                before.IsDemo,
                c.Gatherings,
                [.. before.People.Where(person => person.Value.Role == NetworkRole.Owner).Select(person => person.Key)],
                [.. before.Members.Values]), true)],
            _ => [],
        };

    private static NetworkOutcome Apply(Network n, NetworkEntry entry) => entry.Change switch
    {
        Renamed c => c.Read is { } read && read != n.Name
            ? RefusalReason.ChangedByOther
            : Missing(c.Name, Limits.Name) ?? (n with { Name = c.Name.OnOneLine }),
        Introduced c => c.Read is { } read && read != n.Ingress
            ? RefusalReason.ChangedByOther
            : TooLong(c.Ingress, Limits.Prose) ?? (n with { Ingress = c.Ingress }),
        ContactSet c => c.Read is { } read && read != n.Contact
            ? RefusalReason.ChangedByOther
            : FaultOf(c.Contact) ?? (n with { Contact = c.Contact }),
        AddressSet c => c.Slug is { } slug && !IsAddress(slug) ? RefusalReason.ImplausibleSlug : n with { Slug = c.Slug },
        MembersAdded c => Add(n, c.Members),
        MemberChanged c => ChangeMember(n, c),
        MemberEnded c => n.Members.TryGetValue(c.Member, out var member)
            ? Put(n, member with { Until = c.Until })
            : RefusalReason.NoSuchMember,
        MembersRemoved c => c.Members.IsEmpty || c.Members.Exists(member => !n.Members.ContainsKey(member))
            ? RefusalReason.NoSuchMember
            : n with { Members = n.Members.RemoveRange(c.Members) },
        PersonAppointed c => Appoint(n, entry.Actor, c),
        GatheringAdded c => n.Gatherings.Contains(c.Gathering) ? RefusalReason.NothingToChange
            : n.Gatherings.Count >= Limits.Many ? RefusalReason.TooMany
            : n with { Gatherings = n.Gatherings.Add(c.Gathering), Released = n.Released.Remove(c.Gathering) },
        GatheringRemoved c => n.Gatherings.Contains(c.Gathering)
            ? n with
            {
                Gatherings = n.Gatherings.Remove(c.Gathering),
                Released = entry.Actor is Actor.Application ? n.Released : n.Released.Add(c.Gathering),
            }
            : RefusalReason.NoSuchGathering,
        NetworksJoined c => Join(n, c),
        JoinedAway c => c.To == n.Id ? RefusalReason.NothingToChange : n with { JoinedTo = c.To, Gatherings = [] },
        NetworksParted c => Part(n, c.Other),
        Restored c => n.JoinedTo is null
            ? RefusalReason.NothingToChange
            : n with { JoinedTo = null, Gatherings = [.. c.Gatherings] },
        Divided c => Divide(n, c),
        HandedOver c => HandOver(n, entry.Actor, c),
        TakenBack => TakeBack(n, entry.Actor),
        FaceSet c => FaultOf(c.Face) ?? (n with { Face = c.Face }),
        Opened c => n with { Public = c.Public },
        NetworkErased => n with { Erased = true },
        // Reached only when a change was added without a rule. A test fails on it first.
        _ => throw new UnreachableException($"{entry.Change.GetType().Name} has no rule."),
    };

    private static NetworkOutcome Create(Network n, NetworkEntry entry, Created c)
    {
        var owners = entry.Actor switch
        {
            Actor.Application => c.Owners,
            Actor.Account account => [account.User],
            _ => [],
        };
        if (owners.IsEmpty) return RefusalReason.NotAllowed;
        if ((Missing(c.Name, Limits.Name) ?? TooLong(c.Ingress, Limits.Prose)) is { } fault) return fault;
        if (c.Gatherings.Count > Limits.Many) return RefusalReason.TooMany;
        var made = n with
        {
            Name = c.Name.OnOneLine,
            Ingress = c.Ingress,
            IsDemo = c.IsDemo,
            MadeAt = entry.At,
            Gatherings = [.. c.Gatherings],
            People = owners.Distinct().ToImmutableSortedDictionary(owner => owner, _ => new NetworkPerson(NetworkRole.Owner, true)),
        };
        return c.Members.IsEmpty ? made : Add(made, c.Members);
    }

    private static NetworkOutcome Stamp(NetworkOutcome outcome, NetworkEntry entry)
    {
        if (outcome is not NetworkOutcome.Accepted { Network: var after }) return outcome;
        after = after with { Sequence = entry.Sequence };
        if (entry.Actor is not Actor.Account { User: var user }) return after;
        // Who acts in a network has taken the role. A handover stands when the receiver has begun.
        if (after.People.TryGetValue(user, out var person) && !person.Accepted)
            after = after with { People = after.People.SetItem(user, person with { Accepted = true }) };
        return after.Handover?.To == user && entry.Change is not HandedOver ? after with { Handover = null } : after;
    }

    private static NetworkOutcome? FaultOf(NetworkContact contact) =>
        TooLong(contact.Name, Limits.Name) ?? TooLong(contact.Email, Limits.Name) ?? TooLong(contact.Phone, Limits.Name);

    private static NetworkOutcome? FaultOf(NetworkFace? face)
    {
        if (face is null) return null;
        if ((TooLong(face.Name, Limits.Name) ?? TooLong(face.LogoText, NetworkFace.LongestLogoText)) is { } fault) return fault;
        if (!(face with { Logo = null, LogoWidth = 0, LogoHeight = 0 }).IsSound) return RefusalReason.ImplausibleColour;
        return face.IsSound ? null : RefusalReason.NotAllowed;
    }

    // The form that the storage makes addresses in. «ny» and others that are pages are refused by the storage.
    private static bool IsAddress(string slug) =>
        slug.Length is >= 3 and <= 80
        && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal);

    private static NetworkOutcome? TooLong(PlainText text, int limit) =>
        text.Length > limit ? new Refusal(RefusalReason.TooLong, limit) : (NetworkOutcome?)null;

    private static NetworkOutcome? Missing(PlainText text, int limit) => text.IsEmpty ? RefusalReason.Empty : TooLong(text, limit);
}
