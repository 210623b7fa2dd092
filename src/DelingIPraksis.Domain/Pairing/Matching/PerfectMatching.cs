using System.Numerics;

namespace DelingIPraksis.Domain.Pairing.Matching;

/// <summary>
/// The cheapest way to put an even number of vertices in pairs, every pair allowed: Edmonds' blossom algorithm, primal and dual, in
/// O(n³) steps on whole numbers. After J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices" (J. Res. NBS 69B, 1965) and
/// Z. Galil, "Efficient algorithms for finding maximum matching in graphs" (ACM Computing Surveys 18(1), 1986), whose variables these
/// are: a price <c>y</c> for each vertex and <c>z ≥ 0</c> for each blossom (an odd set grown into one), such that
/// <c>slack(u,v) = 2·cost − y(u) − y(v) + 2·Σ z(B containing both) ≥ 0</c> for every pair, and 0 for every pair chosen.
/// </summary>
/// <remarks>
/// One alternating tree is grown at a time, from one unmatched root, and only the tree's prices move. All vertices of a tree are joined
/// by edges of slack 0, so their prices are all odd or all even, and the slack between two outer ones can always be halved.
/// No number grows large: while the root r is unmatched the edge to any other unmatched f limits the stage's rise to slack(r,f), and f's
/// price has never moved; so a stage adds at most twice the heaviest cost and start price, and there are n/2 stages.
/// </remarks>
internal sealed partial class PerfectMatching<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly int _n;
    private readonly T[] _cost;
    private readonly T[] _price;
    private readonly int[] _mate;
    private readonly int[] _surface;
    private readonly int[] _vertices;
    private readonly int[] _base;
    private readonly int[] _parent;
    private readonly Blossom?[] _blossoms;
    private readonly Stack<int> _unused = new();

    private PerfectMatching(int n, T[] cost, T[]? prices)
    {
        var nodes = n + (n / 2);
        _n = n;
        _cost = cost;
        _price = prices ?? [.. Enumerable.Range(0, n).Select(CheapestAt)];
        _mate = new int[n];
        _surface = [.. Enumerable.Range(0, n)];
        _vertices = [.. Enumerable.Range(0, n)];
        _base = [.. Enumerable.Range(0, nodes)];
        _parent = new int[nodes];
        _blossoms = new Blossom?[nodes];
        _label = new Label[nodes];
        _treeFrom = new int[nodes];
        _treeTo = new int[nodes];
        _outTo = new int[nodes];
        _outGap = new T[nodes];
        _gap = new T[n];
        _nearest = new int[n];
        Array.Fill(_mate, -1);
        Array.Fill(_parent, -1);
        for (var node = nodes - 1; node >= n; node--)
            _unused.Push(node);
    }

    /// <summary>Solves, with proof.</summary>
    /// <param name="n">Number of vertices, even.</param>
    /// <param name="cost">The cost of each pair, row by row, symmetric.</param>
    /// <param name="prices">Start prices that give no negative slack.</param>
    /// <param name="mates">The matching that the prices were made for; -1 for none. Kept where it fits the prices.</param>
    public static MatchingProof<T> Solve(int n, T[] cost, T[]? prices = null, int[]? mates = null)
    {
        var matching = new PerfectMatching<T>(n, cost, prices);
        for (var v = 0; mates is not null && v < n; v++)
            if (mates[v] is >= 0 and var mate && matching.Slack(v, mate) == T.Zero)
                matching._mate[v] = mate;
        matching.MatchTightPairs();
        for (var v = 0; v < n; v++)
            if (matching._mate[v] < 0)
                matching.GrowUntilMatched(v);
        return new MatchingProof<T>(n, cost, matching._mate, matching._price, matching.OddSets());
    }

    // Two different surface nodes have no blossom in common, so z is not needed.
    private T Slack(int u, int v)
    {
        var cost = _cost[(u * _n) + v];
        return cost + cost - _price[u] - _price[v];
    }

    private T CheapestAt(int u)
    {
        var cheapest = _cost[(u * _n) + (u == 0 ? 1 : 0)];
        for (var v = 1; v < _n; v++)
            if (v != u && _cost[(u * _n) + v] < cheapest)
                cheapest = _cost[(u * _n) + v];
        return cheapest;
    }

    // Raises each price as far as possible and matches tight pairs at once. Most vertices are matched before any tree is grown.
    private void MatchTightPairs()
    {
        for (var u = 0; u < _n; u++)
        {
            if (_mate[u] >= 0)
                continue;
            T? least = null;
            var partner = -1;
            for (var v = 0; v < _n; v++)
            {
                if (v == u)
                    continue;
                var slack = Slack(u, v);
                if (least is { } known && (slack > known || (slack == known && (partner >= 0 || _mate[v] >= 0))))
                    continue;
                least = slack;
                partner = _mate[v] < 0 ? v : -1;
            }
            _price[u] += least ?? T.Zero;
            if (partner >= 0)
                (_mate[u], _mate[partner]) = (partner, u);
        }
    }

    private List<OddSet<T>> OddSets()
    {
        var sets = new List<OddSet<T>>();
        foreach (var blossom in _blossoms)
            if (blossom is not null && blossom.Price > T.Zero)
                sets.Add(new OddSet<T>(blossom.Members, blossom.Price));
        return sets;
    }
}
