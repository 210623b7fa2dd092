using System.Numerics;

namespace DelingIPraksis.Domain.Pairing.Matching;

/// <summary>
/// What it costs at least to repair a cheapest matching when some vertices are taken out of it. Their partners are left over, and any
/// matching of the rest joins these two and two by paths that leave and follow the old pairs in turn. The slack along the shortest such
/// walk is a lower bound, also where no matching follows that walk.
/// </summary>
internal sealed class Detours<T>(int n, MatchingProof<T> proof)
    where T : struct, IBinaryInteger<T>
{
    private readonly T[]?[] _from = new T[]?[n];

    /// <summary>Twice the least extra cost of a matching without these vertices, besides what they paid.</summary>
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

    // Dijkstra on a dense graph: from u by a new pair to v, and on by v's old pair to its mate. What is known of v is known of its mate.
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
