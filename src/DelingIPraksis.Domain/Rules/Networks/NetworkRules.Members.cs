using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Networks;

public static partial class NetworkRules
{
    private static readonly DateOnly _first = new(1900, 1, 1), _last = new(2100, 12, 31);

    private static NetworkOutcome Add(Network n, ImmutableList<NetworkMember> members)
    {
        if (members.IsEmpty) return RefusalReason.Empty;
        if (n.Members.Count + members.Count > Limits.Many) return RefusalReason.TooMany;
        NetworkOutcome outcome = n;
        foreach (var member in members)
        {
            if (outcome is not NetworkOutcome.Accepted { Network: var sofar }) return outcome;
            outcome = sofar.Members.ContainsKey(member.Id) ? RefusalReason.DuplicateMember : Put(sofar, member);
        }

        return outcome;
    }

    private static NetworkOutcome ChangeMember(Network n, MemberChanged c)
    {
        if (!n.Members.TryGetValue(c.Member.Id, out var there)) return RefusalReason.NoSuchMember;
        // A list compares by reference, and a member that was read from the log has another.
        return c.Read is { } read && read with { CameAfter = there.CameAfter } != there
            ? RefusalReason.ChangedByOther
            : Put(n, c.Member);
    }

    private static NetworkOutcome Put(Network n, NetworkMember member)
    {
        if (Missing(member.Name, Limits.Name) is { } fault) return fault;
        if (member.RegisterNumber?.Length > Limits.RegisterNumber) return new Refusal(RefusalReason.TooLong, Limits.RegisterNumber);
        if (member.County?.Length > Limits.Name || member.CameAfter.Exists(key => key.Length > Limits.Name))
            return new Refusal(RefusalReason.TooLong, Limits.Name);
        if (member.CameAfter.Count > Limits.CameAfter) return RefusalReason.TooMany;
        if (member.Until < member.From || !IsDay(member.From) || !IsDay(member.Until)) return RefusalReason.ImplausiblePeriod;
        return Clash(n, member) ?? (n with { Members = n.Members.SetItem(member.Id, member) });
    }

    /// <summary>A member is there once at a time, under whichever name: Viken and then Akershus, and never both on one day.</summary>
    private static NetworkOutcome? Clash(Network n, NetworkMember member)
    {
        foreach (var other in n.Members.Values)
        {
            if (other.Id == member.Id || !member.IsBeside(other)) continue;
            if (member.IsSameAs(other)) return RefusalReason.DuplicateMember;
            if (member.IsSuccessionOf(other)) return RefusalReason.MemberUnderOtherName;
        }

        return null;
    }

    private static bool IsDay(DateOnly? day) => day is null || (day >= _first && day <= _last);
}
