using System.Numerics;

namespace DelingIPraksis.Domain.Pairing.Matching;

/// <summary>An odd set of vertices and its price: at least one vertex in it must be matched outside it.</summary>
internal sealed class OddSet<T>(int[] members, T price)
    where T : struct
{
    public int[] Members => members;

    public T Price => price;
}

/// <summary>
/// A perfect matching, with prices that prove that no other is cheaper. No pair has negative slack, so every matching costs at least <see
/// cref="TwiceBound"/> / 2, and this one costs exactly that.
/// </summary>
internal sealed class MatchingProof<T>(int n, T[] cost, int[] mates, T[] prices, IReadOnlyList<OddSet<T>> oddSets)
    where T : struct, IBinaryInteger<T>
{
    // Odd sets never cross. So the sets around a vertex are nested, and two vertices share the outermost ones.
    private readonly OddSet<T>[][] _around = Around(n, oddSets);

    public int[] Mates => mates;

    public T Cost => Sum(Enumerable.Range(0, n).Where(v => v < mates[v]).Select(v => cost[(v * n) + mates[v]]));

    /// <summary>Twice the minimum cost of a perfect matching.</summary>
    public T TwiceBound =>
        Sum(prices) - Sum(oddSets.Select(set => T.CreateChecked(set.Members.Length - 1) * set.Price));

    public IReadOnlyList<OddSet<T>> OddSets => oddSets;

    /// <summary>Twice the minimum extra cost of a perfect matching with this pair, compared with the cheapest; never negative.</summary>
    public T Slack(int u, int v)
    {
        var slack = cost[(u * n) + v] + cost[(u * n) + v] - prices[u] - prices[v];
        var (one, other) = (_around[u], _around[v]);
        for (var i = 0; i < one.Length && i < other.Length && one[i] == other[i]; i++)
            slack += one[i].Price + one[i].Price;
        return slack;
    }

    /// <summary>Prices for the vertices alone that still give no negative slack: a start for a similar problem.</summary>
    public T[] PricesWithoutSets() => [.. Enumerable.Range(0, n).Select(v => prices[v] - Sum(_around[v].Select(set => set.Price)))];

    private static T Sum(IEnumerable<T> numbers) => numbers.Aggregate(T.Zero, (sum, number) => sum + number);

    private static OddSet<T>[][] Around(int n, IReadOnlyList<OddSet<T>> sets)
    {
        List<OddSet<T>>[] around = [.. Enumerable.Range(0, n).Select(_ => new List<OddSet<T>>())];
        foreach (var set in sets.OrderByDescending(set => set.Members.Length))
            foreach (var member in set.Members)
                around[member].Add(set);
        return [.. around.Select(list => list.ToArray())];
    }
}
