using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Exact dynamic programming over subsets. <c>best[S]</c> is the lowest cost of pairing the set S: the lowest member of S needs a partner,
/// so try each. With an odd number every trio is tried with the cheapest pairing of the rest, so the trio is part of the optimisation. Only
/// reachable sets are visited: each member below the lowest has removed at most one partner, and the trio three more.
/// </summary>
internal static class SubsetDynamicProgram
{
    public const int MaxParties = 21;

    public static Grouping<T> Solve<T>(WeightTable<T> weights)
        where T : struct, IBinaryInteger<T>
    {
        var n = weights.Count;
        var everybody = (1 << n) - 1;
        var best = CheapestPairings(weights, n % 2 == 0 ? 0 : 3);
        if (n % 2 == 0)
            return new Grouping<T>(Unfold(weights, best, everybody), null);

        var trio = (A: 0, B: 1, C: 2);
        T? cheapest = null;
        for (var a = 0; a < n; a++)
            for (var b = a + 1; b < n; b++)
                for (var c = b + 1; c < n; c++)
                {
                    var cost = weights.Trio(a, b, c) + best[Place(everybody ^ Set(a, b, c))];
                    if (cheapest is { } known && cost >= known)
                        continue;
                    cheapest = cost;
                    trio = (a, b, c);
                }
        return new Grouping<T>([[trio.A, trio.B, trio.C], .. Unfold(weights, best, everybody ^ Set(trio.A, trio.B, trio.C))], null);
    }

    // Only sets of even size occur. Bit 0 of such a set follows from the others, so it is not part of the index.
    private static int Place(int set) => set >> 1;

    private static int Set(int a, int b, int c) => (1 << a) | (1 << b) | (1 << c);

    private static T[] CheapestPairings<T>(WeightTable<T> weights, int inTrio)
        where T : struct, IBinaryInteger<T>
    {
        var n = weights.Count;
        var best = new T[n == 0 ? 1 : 1 << (n - 1)];
        for (var place = 1; place < best.Length; place++)
        {
            var set = (place << 1) | (BitOperations.PopCount((uint)place) & 1);
            var low = BitOperations.TrailingZeroCount(set);
            if (n - low - BitOperations.PopCount((uint)set) > low + inTrio)
                continue;
            var rest = set & (set - 1);
            var row = weights.Pairs.Slice(low * n, n);
            var partner = BitOperations.TrailingZeroCount(rest);
            var cheapest = row[partner] + best[Place(rest & (rest - 1))];
            for (var others = rest & (rest - 1); others != 0; others &= others - 1)
            {
                partner = BitOperations.TrailingZeroCount(others);
                var cost = row[partner] + best[Place(rest ^ (1 << partner))];
                if (cost < cheapest)
                    cheapest = cost;
            }
            best[place] = cheapest;
        }
        return best;
    }

    private static List<int[]> Unfold<T>(WeightTable<T> weights, T[] best, int set)
        where T : struct, IBinaryInteger<T>
    {
        var pairs = new List<int[]>();
        while (set != 0)
        {
            var low = BitOperations.TrailingZeroCount(set);
            var rest = set & (set - 1);
            for (var others = rest; others != 0; others &= others - 1)
            {
                var partner = BitOperations.TrailingZeroCount(others);
                if (weights.Pair(low, partner) + best[Place(rest ^ (1 << partner))] != best[Place(set)])
                    continue;
                pairs.Add([low, partner]);
                set = rest ^ (1 << partner);
                break;
            }
        }
        return pairs;
    }
}
