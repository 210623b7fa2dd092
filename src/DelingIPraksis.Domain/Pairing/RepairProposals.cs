namespace DelingIPraksis.Domain.Pairing;

/// <summary>Up to three ways to go on, the least disturbing first. Nothing is changed until somebody chooses one.</summary>
public sealed record RepairProposals(IReadOnlyList<RepairProposal> Proposals) : PairingOutcome;

/// <summary>One way to go on.</summary>
/// <param name="Groups">All groups afterwards; a group that goes on keeps its turn order, and whoever joins it comes last.</param>
/// <param name="Strain">What it asks of the groups at work: what proposals are ordered by, and what is told of them.</param>
/// <param name="Cost">The price of it all, which decides between two that ask as much.</param>
/// <param name="Affected">Everybody who notices, and how.</param>
public sealed record RepairProposal(
    IReadOnlyList<PairingGroup> Groups, RepairStrain Strain, PairingCost Cost, IReadOnlyList<AffectedParty> Affected);

/// <summary>What a re-pairing asks of groups that could have gone on as they are, compared from the top.</summary>
/// <param name="Parted">Parties taken from a partner they have begun to comment on.</param>
/// <param name="GetNew">Parties that get somebody new to share with.</param>
public readonly record struct RepairStrain(int Parted, int GetNew) : IComparable<RepairStrain>
{
    /// <inheritdoc/>
    public int CompareTo(RepairStrain other) => (Parted, GetNew).CompareTo((other.Parted, other.GetNew));

    /// <summary>Whether the first asks less.</summary>
    public static bool operator <(RepairStrain a, RepairStrain b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first asks more.</summary>
    public static bool operator >(RepairStrain a, RepairStrain b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first asks less or the same.</summary>
    public static bool operator <=(RepairStrain a, RepairStrain b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first asks more or the same.</summary>
    public static bool operator >=(RepairStrain a, RepairStrain b) => a.CompareTo(b) >= 0;
}

/// <summary>Somebody who notices a re-pairing.</summary>
/// <param name="Key">Who.</param>
/// <param name="Effect">How, and why.</param>
/// <param name="Before">The group it was in, with those who are no longer there; empty for a latecomer.</param>
/// <param name="After">The group it comes to.</param>
public sealed record AffectedParty(string Key, RepairEffect Effect, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>What a re-pairing does to somebody.</summary>
public enum RepairEffect
{
    /// <summary>Came late, and gets a group.</summary>
    Arrived,

    /// <summary>Was left alone, and gets a new group.</summary>
    LeftAlone,

    /// <summary>Is moved away from partners who are still there, to make room for others.</summary>
    Moved,

    /// <summary>Keeps its partner, and somebody joins them.</summary>
    Joined,

    /// <summary>Keeps its partner, and a third is no longer with them.</summary>
    Fewer,
}
