using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// An odd number: one trio, and the rest in pairs. Best-first search: take the trio with the lowest bound, sharpen the bound, and pair the
/// rest exactly only when it cannot be sharpened. When no bound is below the cost of the best pairing found, that pairing is proved
/// optimal.
/// </summary>
internal static class TrioSearch
{
    // The maximum number of exact solutions before the search returns its bound, with a gap. No test has reached it.
    private const int MostTries = 100;

    public static Grouping<T> Solve<T>(WeightTable<T> weights)
        where T : struct, IBinaryInteger<T>
    {
        var bounds = new TrioBounds<T>(weights);
        var (best, cheapest) = bounds.Exactly(bounds.FirstGuess());
        // The most promising trio first, so that the queue stays short.
        if (bounds.Below(cheapest).DefaultIfEmpty().MinBy(p => p.TwiceBound).Trio is var promising && promising != default
            && bounds.Exactly(promising) is var (groups, cost) && cost < cheapest)
            (best, cheapest) = (groups, cost);

        var queue = new PriorityQueue<(Trio Trio, int Sharpened), (T TwiceBound, Trio Trio)>();
        foreach (var (trio, bound) in bounds.Below(cheapest))
            queue.Enqueue((trio, 0), (bound, trio));

        var tries = 0;
        while (queue.TryDequeue(out var next, out var at) && at.TwiceBound < cheapest + cheapest)
        {
            var (trio, sharpened) = next;
            if (bounds.Sharpen(trio, sharpened) is { } sharper)
            {
                queue.Enqueue((trio, sharpened + 1), (T.Max(sharper, at.TwiceBound), trio));
                continue;
            }
            if (tries++ == MostTries)
                return new Grouping<T>(best, (at.TwiceBound + T.One) >> 1);
            if (bounds.Exactly(trio) is var (others, less) && less < cheapest)
                (best, cheapest) = (others, less);
        }
        return new Grouping<T>(best, null);
    }
}

/// <summary>Three parties, as numbers in ascending order.</summary>
internal readonly record struct Trio(int A, int B, int C) : IComparable<Trio>
{
    public int CompareTo(Trio other) => (A, B, C).CompareTo((other.A, other.B, other.C));
}
