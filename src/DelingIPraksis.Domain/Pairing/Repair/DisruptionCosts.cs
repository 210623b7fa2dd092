namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// The cost of disrupting groups at work, as a sum over pairs, so that the ordinary solver can include it. A new partner costs each party
/// of a group that could have continued. Leaving a partner who is present costs little until one has commented on the other, and then more
/// than anything else.
/// </summary>
internal sealed class DisruptionCosts(IReadOnlyDictionary<string, RunningGroup> groupOf, Func<string, bool> isPresent)
{
    /// <summary>The cost of the two in one group; negative when they already are.</summary>
    public long OfPair(string a, string b) =>
        Together(a, b) ? -Parting(groupOf[a].Progress) : Newcomer(a) + Newcomer(b);

    /// <summary>The cost of one group.</summary>
    public long Inside(IReadOnlyList<string> keys) => Pairs(keys).Sum(pair => OfPair(pair.A, pair.B));

    /// <summary>
    /// The cost of separating everybody. Added to the cost of the groups, the total is 0 when no party with a partner is affected.
    /// </summary>
    public long PartingAll() =>
        groupOf.Values.Distinct().Sum(group => Pairs([.. group.Keys.Where(isPresent)]).Count() * Parting(group.Progress));

    private bool Together(string a, string b) =>
        groupOf.TryGetValue(a, out var one) && groupOf.TryGetValue(b, out var other) && ReferenceEquals(one, other);

    private long Newcomer(string key) =>
        groupOf.TryGetValue(key, out var group) && group.Keys.Count(isPresent) > 1 ? 2 * (1 + (long)group.Progress) : 0;

    private static long Parting(GroupProgress progress) =>
        progress < GroupProgress.Commenting ? (long)progress : 10 * (long)progress;

    private static IEnumerable<(string A, string B)> Pairs(IReadOnlyList<string> keys) =>
        keys.SelectMany((a, i) => keys.Skip(i + 1).Select(b => (a, b)));
}
