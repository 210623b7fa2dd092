using System.Numerics;
using DelingIPraksis.Domain.Pairing.Matching;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Lower bounds, cheap ones and sharper ones, for every pairing with a given trio. A dummy partner is added for the trio's third member.
/// The party that gets it pays the minimum of joining any two. The cheapest matching of that is a lower bound for every pairing, and its
/// prices give a lower bound for each trio. Bounds are doubled, because prices are multiples of a half.
/// </summary>
internal sealed class TrioBounds<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly WeightTable<T> _weights;
    private readonly int _n;
    private readonly T[] _joining;
    private readonly MatchingProof<T> _relaxed;
    private readonly T _twiceRelaxed;
    private readonly T[] _prices;
    private readonly Detours<T> _detours;
    private readonly Dictionary<int, (MatchingProof<T> Proof, T TwiceBound, Detours<T> Detours)> _without = [];

    public TrioBounds(WeightTable<T> weights)
    {
        _weights = weights;
        _n = weights.Count;
        _joining = [.. Enumerable.Range(0, _n).Select(CheapestJoining)];
        _relaxed = PerfectMatching<T>.Solve(_n + 1, WithStandIn());
        _twiceRelaxed = _relaxed.TwiceBound;
        _prices = _relaxed.PricesWithoutSets();
        _detours = new Detours<T>(_n + 1, _relaxed);
    }

    /// <summary>The dummy's partner, with the pair that it joins at the lowest cost.</summary>
    public Trio FirstGuess()
    {
        var c = _relaxed.Mates[_n];
        var a = Enumerable.Range(0, _n).Where(a => a != c).MinBy(a => Joining(a, _relaxed.Mates[a], c));
        return Sorted(a, _relaxed.Mates[a], c);
    }

    /// <summary>The trios whose cheap bound is below a cost.</summary>
    public IEnumerable<(Trio Trio, T TwiceBound)> Below(T cost)
    {
        var limit = cost + cost;
        for (var c = 0; c < _n; c++)
        {
            var third = _twiceRelaxed + _relaxed.Slack(c, _n);
            if (third >= limit)
                continue;
            var halves = Enumerable.Range(0, _n).Where(a => a != c).Select(a => (Who: a, Half: Half(a, c))).OrderBy(h => h.Half).ToArray();
            for (var i = 0; i < halves.Length; i++)
                for (var j = i + 1; j < halves.Length; j++)
                {
                    var joining = halves[i].Half + halves[j].Half + _weights.Seats[c] - _joining[c];
                    if (third + joining + joining >= limit)
                        break;
                    // Every bound of a trio is valid, whichever member is the third. A trio that passes for all three members is given at
                    // the last.
                    if (halves[i].Who < c && halves[j].Who < c && Sorted(halves[i].Who, halves[j].Who, c) is var trio
                        && Cheaply(trio) is var bound && bound < limit)
                        yield return (trio, bound);
                }
        }
    }

    /// <summary>A sharper bound than the previous one; null when there is none and the trio must be solved.</summary>
    public T? Sharpen(Trio trio, int times) => times switch
    {
        0 => Cheaply(trio) + _detours.Twice([trio.A, trio.B, trio.C, _n]),
        1 => WithThird(trio.A, trio.B, trio.C),
        2 => WithThird(trio.A, trio.C, trio.B),
        3 => WithThird(trio.B, trio.C, trio.A),
        _ => null,
    };

    /// <summary>The trio with the cheapest pairing of the rest.</summary>
    public (List<int[]> Groups, T Cost) Exactly(Trio trio)
    {
        int[] rest = [.. Enumerable.Range(0, _n).Where(v => v != trio.A && v != trio.B && v != trio.C)];
        var proof = Matched(rest);
        return ([[trio.A, trio.B, trio.C], .. LargeNetworkSolver.PairsOf(proof.Mates, v => rest[v])],
            proof.Cost + _weights.Trio(trio.A, trio.B, trio.C));
    }

    private T Cheaply(Trio trio) => T.Max(
        StandIn(trio.A, trio.B, trio.C), T.Max(StandIn(trio.B, trio.C, trio.A), StandIn(trio.A, trio.C, trio.B)));

    // The relaxed matching, forced to pair a with b and c with the dummy, with the real cost of c.
    private T StandIn(int a, int b, int c)
    {
        var joining = Joining(a, b, c) - _joining[c];
        return _twiceRelaxed + _relaxed.Slack(a, b) + _relaxed.Slack(c, _n) + joining + joining;
    }

    // The cheapest pairing without c, forced to pair a with b, with the cost of c joining them.
    private T WithThird(int a, int b, int c)
    {
        if (!_without.TryGetValue(c, out var known))
        {
            var proof = Matched([.. Enumerable.Range(0, _n).Where(v => v != c)]);
            _without[c] = known = (proof, proof.TwiceBound, new Detours<T>(_n - 1, proof));
        }
        var (x, y) = (a < c ? a : a - 1, b < c ? b : b - 1);
        var joining = Joining(a, b, c);
        return known.TwiceBound + known.Proof.Slack(x, y) + known.Detours.Twice([x, y]) + joining + joining;
    }

    // The cost of c joining a and b, in addition to their own pair.
    private T Joining(int a, int b, int c) => Half(a, c) + Half(b, c) + _weights.Seats[c];

    private T Half(int a, int c) => _weights.Pair(a, c) + _weights.Seats[a];

    private T CheapestJoining(int c)
    {
        var halves = Enumerable.Range(0, _n).Where(a => a != c).Select(a => Half(a, c)).Order().Take(2);
        return halves.Aggregate(_weights.Seats[c], (sum, half) => sum + half);
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

    // Started from the relaxed matching and its prices, so that little work is left.
    private MatchingProof<T> Matched(int[] parties)
    {
        var costs = new T[parties.Length * parties.Length];
        for (var i = 0; i < parties.Length; i++)
            for (var j = 0; j < parties.Length; j++)
                costs[(i * parties.Length) + j] = _weights.Pair(parties[i], parties[j]);
        var place = Enumerable.Repeat(-1, _n + 1).ToArray();
        for (var i = 0; i < parties.Length; i++)
            place[parties[i]] = i;
        return PerfectMatching<T>.Solve(
            parties.Length, costs, [.. parties.Select(v => _prices[v])], [.. parties.Select(v => place[_relaxed.Mates[v]])]);
    }

    private static Trio Sorted(int a, int b, int c)
    {
        int[] sorted = [.. new[] { a, b, c }.Order()];
        return new Trio(sorted[0], sorted[1], sorted[2]);
    }
}
