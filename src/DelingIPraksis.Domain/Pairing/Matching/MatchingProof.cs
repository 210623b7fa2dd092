using System.Numerics;

namespace DelingIPraksis.Domain.Pairing.Matching;

/// <summary>An odd set of vertices and its price: inside it, at least one vertex must look outwards.</summary>
internal sealed record OddSet<T>(int[] Members, T Price)
    where T : struct;

/// <summary>
/// A perfect matching, and prices that prove that none is cheaper: no pair has negative slack, so any matching costs at least
/// <see cref="TwiceBound"/> / 2; this one costs exactly that.
/// </summary>
internal sealed class MatchingProof<T>(int n, T[] cost, int[] mates, T[] prices, IReadOnlyList<OddSet<T>> oddSets)
    where T : struct, IBinaryInteger<T>
{
    private readonly List<T>[] _setsOf = Containing(n, oddSets);
    private readonly HashSet<int>[] _in = Indices(n, oddSets);

    public int[] Mates => mates;

    public T Cost => Sum(Enumerable.Range(0, n).Where(v => v < mates[v]).Select(v => cost[(v * n) + mates[v]]));

    /// <summary>Twice the least that any perfect matching can cost.</summary>
    public T TwiceBound =>
        Sum(prices) - Sum(oddSets.Select(set => T.CreateChecked(set.Members.Length - 1) * set.Price));

    public IReadOnlyList<OddSet<T>> OddSets => oddSets;

    /// <summary>Twice what any perfect matching with this pair costs at least more than the cheapest; never negative.</summary>
    public T Slack(int u, int v)
    {
        var slack = cost[(u * n) + v] + cost[(u * n) + v] - prices[u] - prices[v];
        if (_in[u].Count == 0 || _in[v].Count == 0)
            return slack;
        foreach (var set in _in[u])
            if (_in[v].Contains(set))
                slack += oddSets[set].Price + oddSets[set].Price;
        return slack;
    }

    /// <summary>Prices for the vertices alone that still leave no slack negative: where a similar problem may begin.</summary>
    public T[] PricesWithoutSets() => [.. Enumerable.Range(0, n).Select(v => prices[v] - Sum(_setsOf[v]))];

    private static T Sum(IEnumerable<T> numbers) => numbers.Aggregate(T.Zero, (sum, number) => sum + number);

    private static List<T>[] Containing(int n, IReadOnlyList<OddSet<T>> sets)
    {
        List<T>[] containing = [.. Enumerable.Range(0, n).Select(_ => new List<T>())];
        foreach (var set in sets)
            foreach (var member in set.Members)
                containing[member].Add(set.Price);
        return containing;
    }

    private static HashSet<int>[] Indices(int n, IReadOnlyList<OddSet<T>> sets)
    {
        HashSet<int>[] indices = [.. Enumerable.Range(0, n).Select(_ => new HashSet<int>())];
        for (var i = 0; i < sets.Count; i++)
            foreach (var member in sets[i].Members)
                indices[member].Add(i);
        return indices;
    }
}
