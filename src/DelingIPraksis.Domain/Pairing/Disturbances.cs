namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// The price of disturbing groups at work, as a sum over pairs, so that the ordinary solver can weigh it. Getting somebody new costs each
/// party of a group that could have gone on; being parted from a partner who is still there costs little until one has commented on the
/// other, and then more than anything else.
/// </summary>
internal sealed class Disturbances(IReadOnlyDictionary<string, RunningGroup> groupOf, Func<string, bool> isPresent)
{
    /// <summary>What it costs that the two sit together; negative when they already do.</summary>
    public long OfPair(string a, string b) =>
        Together(a, b) ? -Parting(groupOf[a].Progress) : Newcomer(a) + Newcomer(b);

    /// <summary>What one group costs.</summary>
    public long Inside(IReadOnlyList<string> keys) => Pairs(keys).Sum(pair => OfPair(pair.A, pair.B));

    /// <summary>
    /// What it would cost to part everybody: added to the groups' own, the price is 0 when nobody who has a partner notices.
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
