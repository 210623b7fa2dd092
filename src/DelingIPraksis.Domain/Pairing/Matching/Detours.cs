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

    // Dijkstra on a dense graph: from u by a new pair to v, and on by v's old pair to its mate.
    private T[] ShortestFrom(int source)
    {
        var reach = new T?[n];
        var distance = new T?[n];
        var done = new bool[n];
        distance[source] = T.Zero;
        for (var u = source; u >= 0; u = Nearest(distance, done))
        {
            done[u] = true;
            for (var v = 0; v < n; v++)
            {
                if (v == u || v == proof.Mates[u])
                    continue;
                var length = distance[u]!.Value + proof.Slack(u, v);
                if (reach[v] is not { } known || length < known)
                    reach[v] = length;
                var mate = proof.Mates[v];
                if (!done[mate] && (distance[mate] is not { } shortest || length < shortest))
                    distance[mate] = length;
            }
        }
        return [.. reach.Select(length => length ?? T.Zero)];
    }

    private static int Nearest(T?[] distance, bool[] done)
    {
        var nearest = -1;
        for (var v = 0; v < distance.Length; v++)
            if (!done[v] && distance[v] is { } length && (nearest < 0 || length < distance[nearest]!.Value))
                nearest = v;
        return nearest;
    }
}
