using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// Compares how much each party in a pair has contributed. It is only for a friendly hint, so its limits are high: small amounts always
/// count as balanced, and a party that has written at least a third of the largest amount is not mentioned.
/// </summary>
public static class ContributionBalance
{
    /// <summary>The number of notes that the most active party must have before the hint is shown.</summary>
    public const int Notes = 4;

    /// <summary>The number of characters that the most active party must have before the hint is shown: some sentences.</summary>
    public const int Letters = 300;

    private const int Times = 3;

    /// <summary>The party that has contributed the least, when that is less than a third of the largest amount; otherwise null.</summary>
    /// <param name="amounts">How much each has contributed. A party that is not in it has contributed nothing.</param>
    /// <param name="members">The parties. When several are equally low, the first of them is given.</param>
    /// <param name="enough">The amount that the most active party must have before a party is given.</param>
    public static Id<Party>? LeastActive(IReadOnlyDictionary<Id<Party>, int> amounts, ImmutableList<Id<Party>> members, int enough)
    {
        if (members.IsEmpty) return null;
        var most = members.Max(AmountOf);
        var least = members.MinBy(AmountOf);
        return most >= enough && (long)AmountOf(least) * Times < most ? least : null;

        int AmountOf(Id<Party> member) => amounts.GetValueOrDefault(member);
    }
}
