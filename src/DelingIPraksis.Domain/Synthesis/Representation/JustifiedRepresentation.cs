using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Representation;

/// <summary>Voters that have a candidate in common, and approve of nothing that was chosen.</summary>
/// <param name="Candidate">The index of the candidate.</param>
/// <param name="Voters">The voters, by index, in rising order: all there are for this candidate.</param>
public sealed record UnheardGroup(int Candidate, ImmutableList<int> Voters);

/// <summary>
/// Audits justified representation: of n voters and k seats, a group of at least n/k voters that have a candidate in common is entitled to
/// a seat that at least one of them approves of.
/// </summary>
/// <remarks>
/// Aziz, Brill, Conitzer, Elkind, Freeman and Walsh, «Justified representation in approval-based committee voting», Social Choice and
/// Welfare 48 (2017). De, Procaccia and others audit what is chosen in deliberations by it (arXiv 2511.04588, 2025); approval is their
/// utility of 0 or 1. That no group is left is decided exactly: a group may be as large as the unheard voters of one candidate, and no
/// larger, so it is enough to count those.
/// </remarks>
public static class JustifiedRepresentation
{
    /// <summary>How many voters are as many as one seat's share: n/k, rounded up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no voter or no seat.</exception>
    public static int ShareOf(int voters, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(voters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        return (voters + seats - 1) / seats;
    }

    /// <summary>
    /// The groups that are entitled to a seat and have none, the largest first. Every such group of voters is within one of them, and what
    /// is chosen is justified when there are none. Of two that are the same, or where one is within the other, the larger stands, and of
    /// equals the first candidate.
    /// </summary>
    /// <param name="share">How many voters are as many as one seat's share.</param>
    /// <param name="heard">The voters that approve of something that was chosen.</param>
    /// <param name="candidates">For each candidate, the voters that approve of it.</param>
    public static ImmutableList<UnheardGroup> Audit(
        int share,
        IReadOnlySet<int> heard,
        IReadOnlyList<IReadOnlyCollection<int>> candidates
    )
    {
        ArgumentNullException.ThrowIfNull(heard);
        ArgumentNullException.ThrowIfNull(candidates);
        var entitled = candidates
            .Select((voters, index) => new UnheardGroup(index, [.. voters.Where(voter => !heard.Contains(voter)).Distinct().Order()]))
            .Where(group => group.Voters.Count >= share)
            .OrderByDescending(group => group.Voters.Count);
        var kept = ImmutableList.CreateBuilder<UnheardGroup>();
        var keptOf = new Dictionary<int, List<HashSet<int>>>();
        foreach (var group in entitled)
        {
            // A larger group has every voter of this one, so only those of the voter that is in fewest of them are compared.
            var larger = group.Voters.Select(voter => keptOf.GetValueOrDefault(voter, [])).MinBy(groups => groups.Count);
            if (larger is null || larger.Exists(voters => group.Voters.TrueForAll(voters.Contains))) continue;
            kept.Add(group);
            HashSet<int> all = [.. group.Voters];
            foreach (var voter in all)
                if (!keptOf.TryAdd(voter, [all])) keptOf[voter].Add(all);
        }

        return kept.ToImmutable();
    }
}
