namespace DelingIPraksis.ThemesBenchmark;

/// <summary>How well two ways of grouping the same notes agree.</summary>
public static class Agreement
{
    /// <summary>
    /// The adjusted Rand index (Hubert and Arabie, 1985): 1 when they agree on every pair, 0 when no more than by chance.
    /// </summary>
    public static double AdjustedRand(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var both = Pairs(one.Zip(other).CountBy(pair => pair).Select(count => count.Value));
        var (inOne, inOther) = (
            Pairs(one.CountBy(group => group).Select(count => count.Value)),
            Pairs(other.CountBy(group => group).Select(count => count.Value))
        );
        var expected = inOne * inOther / Choose(one.Count);
        var highest = (inOne + inOther) / 2;
        return highest == expected ? 1 : (both - expected) / (highest - expected);
    }

    /// <summary>The share of the notes in groups that have the commonest label of their group.</summary>
    public static double Purity(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        var groups = found.Zip(truth).GroupBy(pair => pair.First, pair => pair.Second).Where(group => group.Count() > 1).ToList();
        return groups.Sum(group => group.CountBy(label => label).Max(count => count.Value)) / (double)groups.Sum(group => group.Count());
    }

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(Choose);

    private static double Choose(int n) => n * (n - 1.0) / 2;
}
