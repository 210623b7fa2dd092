using System.Numerics;
using DelingIPraksis.Domain.Pairing.Matching;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Solves large networks: a minimum-cost perfect matching when the number is even, and a search for the trio by bounds when it is odd.
/// </summary>
internal static class LargeNetworkSolver
{
    /// <summary>Whether numbers below 2^126 are certain to be enough; see the remarks of <see cref="PerfectMatching{T}"/>.</summary>
    /// <remarks>
    /// A stage changes a price by at most twice the highest cost and start price, twice. Prices taken over from an earlier matching are
    /// such sums too. Both together stay below 16·(n+2)² times the heaviest edge, which is a trio's three pairs and three seats.
    /// </remarks>
    public static bool FitsInt128(MixedRadix digits, int n) =>
        16 * BigInteger.Pow(n + 2, 2) * ((3 * digits.HeaviestPair) + (3 * digits.HeaviestSeat) + 1) < BigInteger.One << 126;

    public static Grouping<T> Solve<T>(WeightTable<T> weights)
        where T : struct, IBinaryInteger<T>
    {
        if (weights.Count % 2 == 1)
            return TrioSearch.Solve(weights);
        var proof = PerfectMatching<T>.Solve(weights.Count, weights.Pairs.ToArray());
        return new Grouping<T>(PairsOf(proof.Mates, v => v), null);
    }

    public static List<int[]> PairsOf(int[] mates, Func<int, int> name) =>
        [.. Enumerable.Range(0, mates.Length).Where(v => v < mates[v]).Select(v => new[] { name(v), name(mates[v]) })];
}
