using System.Numerics;

namespace DelingIPraksis.Domain.Pairing.Matching;

/// <summary>
/// The minimum extra cost of repairing a cheapest matching when some vertices are removed. The partners of the removed vertices are left
/// over. Any matching of the rest joins these two by two, by paths that alternate between new and old pairs. The slack along the shortest
/// such walk is a lower bound, also when no matching follows that walk.
/// </summary>
internal sealed class Detours<T>(int n, MatchingProof<T> proof)
    where T : struct, IBinaryInteger<T>
{
    private readonly T[]?[] _from = new T[]?[n];

    /// <summary>Twice the minimum extra cost of a matching without these vertices, in addition to their own part.</summary>
    public T Twice(ReadOnlySpan<int> gone)
    {
        Span<int> left = stackalloc int[gone.Length];
        var count = 0;
        foreach (var v in gone)
            if (!gone.Contains(proof.Mates[v]))
                left[count++] = proof.Mates[v];
        return count switch
        {
            0 => T.Zero,
            2 => Between(left[0], left[1]),
            _ => T.Min(
                Between(left[0], left[1]) + Between(left[2], left[3]),
                T.Min(
                    Between(left[0], left[2]) + Between(left[1], left[3]),
                    Between(left[0], left[3]) + Between(left[1], left[2]))),
        };
    }

    private T Between(int a, int b) => (_from[a] ??= ShortestFrom(a))[b];

    // Dijkstra on a dense graph: from u by a new pair to v, then by v's old pair to its mate. A distance stored for v is the distance to
    // its mate.
    private T[] ShortestFrom(int source)
    {
        var reach = new T[n];
        var known = new bool[n];
        var done = new bool[n];
        var (u, soFar) = (source, T.Zero);
        while (u >= 0)
        {
            done[u] = true;
            var next = -1;
            for (var v = 0; v < n; v++)
            {
                var mate = proof.Mates[v];
                if (v != u && mate != u)
                {
                    var length = soFar + proof.Slack(u, v);
                    if (!known[v] || length < reach[v])
                        (known[v], reach[v]) = (true, length);
                }
                if (known[v] && !done[mate] && (next < 0 || reach[v] < reach[next]))
                    next = v;
            }
            (u, soFar) = next < 0 ? (-1, soFar) : (proof.Mates[next], reach[next]);
        }
        return reach;
    }
}
