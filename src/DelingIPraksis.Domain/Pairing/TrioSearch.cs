using System.Numerics;
using DelingIPraksis.Domain.Pairing.Matching;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// An odd number: one trio, and the rest in pairs. A stand-in partner is added for the trio's third member; whoever gets it pays the
/// least that joining any pair could cost. The cheapest matching of that is below every pairing, and its prices say for each possible
/// trio how much more it must cost. Trios are then tried in the order of that bound, each with the cheapest pairing of the rest, until
/// no untried trio can be cheaper: then the best one is proved best.
/// </summary>
internal sealed class TrioSearch<T>
    where T : struct, IBinaryInteger<T>
{
    /// <summary>So many trios are tried to the end; after that the bound is given as it stands, and the gap is shown.</summary>
    private const int MostTries = 200;

    private readonly WeightTable<T> _weights;
    private readonly int _n;
    private readonly T[] _joining;
    private readonly MatchingProof<T> _relaxed;
    private readonly T _twiceRelaxed;
    private List<int[]> _best;
    private T _bestCost;

    public TrioSearch(WeightTable<T> weights)
    {
        _weights = weights;
        _n = weights.Count;
        _joining = [.. Enumerable.Range(0, _n).Select(CheapestJoining)];
        _relaxed = PerfectMatching<T>.Solve(_n + 1, WithStandIn());
        _twiceRelaxed = _relaxed.TwiceBound;
        (_best, _bestCost) = Solved(CheapestPairToJoin());
    }

    public Found<T> Solve()
    {
        var tried = 1;
        foreach (var (trio, twiceBound) in Promising())
        {
            if (twiceBound >= _bestCost + _bestCost)
                break;
            if (tried++ == MostTries)
                return new Found<T>(_best, (twiceBound + T.One) >> 1);
            var (groups, cost) = Solved(trio);
            if (cost < _bestCost)
                (_best, _bestCost) = (groups, cost);
        }
        return new Found<T>(_best, null);
    }

    // What c pays for joining a and b, besides what they pay for sitting together.
    private T Joining(int a, int b, int c) => Half(a, c) + Half(b, c) + _weights.Seats[c];

    private T Half(int a, int c) => _weights.Pair(a, c) + _weights.Seats[a];

    private T CheapestJoining(int c)
    {
        T? least = null, second = null;
        for (var a = 0; a < _n; a++)
        {
            if (a == c)
                continue;
            var half = Half(a, c);
            if (least is not { } known || half < known)
                (least, second) = (half, least);
            else if (second is not { } next || half < next)
                second = half;
        }
        return least!.Value + second!.Value + _weights.Seats[c];
    }

    private T[] WithStandIn()
    {
        var size = _n + 1;
        var costs = new T[size * size];
        for (var a = 0; a < _n; a++)
        {
            _weights.Pairs.Slice(a * _n, _n).CopyTo(costs.AsSpan(a * size));
            costs[(a * size) + _n] = costs[(_n * size) + a] = _joining[a];
        }
        return costs;
    }

    private (int A, int B, int C) CheapestPairToJoin()
    {
        var c = _relaxed.Mates[_n];
        return Enumerable.Range(0, _n).Where(a => a != c && a < _relaxed.Mates[a])
            .Select(a => (A: a, B: _relaxed.Mates[a], C: c)).MinBy(trio => Joining(trio.A, trio.B, trio.C));
    }

    private IEnumerable<((int A, int B, int C) Trio, T TwiceBound)> Promising()
    {
        var limit = _bestCost + _bestCost - _twiceRelaxed;
        var promising = new List<((int A, int B, int C) Trio, T TwiceBound)>();
        for (var c = 0; c < _n; c++)
        {
            var third = _relaxed.Slack(c, _n);
            if (third >= limit)
                continue;
            var halves = Enumerable.Range(0, _n).Where(a => a != c).Select(a => (Who: a, Half: Half(a, c))).OrderBy(h => h.Half).ToArray();
            for (var i = 0; i < halves.Length; i++)
                for (var j = i + 1; j < halves.Length; j++)
                {
                    var extra = halves[i].Half + halves[j].Half + _weights.Seats[c] - _joining[c];
                    var over = third + extra + extra;
                    if (over >= limit)
                        break;
                    over += _relaxed.Slack(halves[i].Who, halves[j].Who);
                    if (over < limit)
                        promising.Add(((halves[i].Who, halves[j].Who, c), _twiceRelaxed + over));
                }
        }
        // Every trio has three bounds, one for each of its members as the third; the greatest holds.
        return promising.GroupBy(p => Sorted(p.Trio)).Where(same => same.Count() == 3)
            .Select(same => (same.Key, same.Max(p => p.TwiceBound))).OrderBy(p => p.Item2).ThenBy(p => p.Key);
    }

    private static (int, int, int) Sorted((int A, int B, int C) trio)
    {
        int[] sorted = [.. new[] { trio.A, trio.B, trio.C }.Order()];
        return (sorted[0], sorted[1], sorted[2]);
    }

    // This trio, and the cheapest pairing of the rest, begun from the relaxed prices.
    private (List<int[]> Groups, T Cost) Solved((int A, int B, int C) trio)
    {
        int[] rest = [.. Enumerable.Range(0, _n).Where(v => v != trio.A && v != trio.B && v != trio.C)];
        var costs = new T[rest.Length * rest.Length];
        for (var i = 0; i < rest.Length; i++)
            for (var j = 0; j < rest.Length; j++)
                costs[(i * rest.Length) + j] = _weights.Pair(rest[i], rest[j]);
        var all = _relaxed.PricesWithoutSets();
        var proof = PerfectMatching<T>.Solve(rest.Length, costs, [.. rest.Select(v => all[v])]);
        return ([[trio.A, trio.B, trio.C], .. LargeNetwork.PairsOf(proof.Mates, v => rest[v])],
            proof.Cost + _weights.Trio(trio.A, trio.B, trio.C));
    }
}
