namespace DelingIPraksis.Domain.Pairing;

/// <summary>Up to three possible re-pairings, the least disruptive first. Nothing is changed until the facilitator chooses one.</summary>
public sealed record RepairProposals(IReadOnlyList<RepairProposal> Proposals) : PairingOutcome;

/// <summary>One possible re-pairing.</summary>
/// <param name="Groups">All groups after it. A group that continues keeps its turn order, and a party that joins it comes last.</param>
/// <param name="Strain">How much it disrupts the groups at work. Proposals are ordered by it, and it is displayed.</param>
/// <param name="Cost">The total cost, which decides between two proposals that are equally disruptive.</param>
/// <param name="Affected">The affected parties, and how.</param>
public sealed record RepairProposal(
    IReadOnlyList<PairingGroup> Groups, RepairCost Strain, PairingCost Cost, IReadOnlyList<AffectedParty> Affected);

/// <summary>How much a re-pairing disrupts groups that could have continued, compared lexicographically.</summary>
/// <param name="Parted">Parties that are separated from a partner they have begun to comment on.</param>
/// <param name="GetNew">Parties that get a new partner.</param>
public readonly record struct RepairCost(int Parted, int GetNew) : IComparable<RepairCost>
{
    /// <inheritdoc/>
    public int CompareTo(RepairCost other) => (Parted, GetNew).CompareTo((other.Parted, other.GetNew));

    /// <summary>Whether the first disrupts less.</summary>
    public static bool operator <(RepairCost a, RepairCost b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first disrupts more.</summary>
    public static bool operator >(RepairCost a, RepairCost b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first disrupts less or equally.</summary>
    public static bool operator <=(RepairCost a, RepairCost b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first disrupts more or equally.</summary>
    public static bool operator >=(RepairCost a, RepairCost b) => a.CompareTo(b) >= 0;
}

/// <summary>A party that is affected by a re-pairing.</summary>
/// <param name="Key">Who.</param>
/// <param name="Effect">How, and why.</param>
/// <param name="Before">The group it was in, including parties that have left; empty for a latecomer.</param>
/// <param name="After">Its new group.</param>
public sealed record AffectedParty(string Key, RepairEffect Effect, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>The effect of a re-pairing on a party.</summary>
public enum RepairEffect
{
    /// <summary>It came late, and gets a group.</summary>
    Arrived,

    /// <summary>It was left alone, and gets a new group.</summary>
    LeftAlone,

    /// <summary>It is moved from partners who are still present, to make room for others.</summary>
    Moved,

    /// <summary>It keeps its partner, and another party joins them.</summary>
    Joined,

    /// <summary>It keeps its partner, and a third party has left.</summary>
    Fewer,
}
