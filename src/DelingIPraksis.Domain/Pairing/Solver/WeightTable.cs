using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// The lexicographic costs as single integers. Each component becomes a digit whose base is larger than the sum over all groups, so
/// comparing two sums compares the components in order, exactly.
/// </summary>
internal sealed class WeightTable<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly MixedRadix _digits;
    private readonly T[] _pairs;

    public WeightTable(CostModel model, MixedRadix digits)
    {
        _digits = digits;
        Count = model.Parties.Length;
        _pairs = new T[Count * Count];
        Seats = new T[Count];
        T[] places = [.. digits.Places.Select(T.CreateChecked)];
        for (var i = 0; i < Count; i++)
        {
            Seats[i] = Weigh(model.Seat(i), places, digits.LowestSeat);
            for (var j = 0; j < i; j++)
                _pairs[(i * Count) + j] = _pairs[(j * Count) + i] = Weigh(model.Pair(i, j), places, digits.LowestPair);
        }
    }

    public int Count { get; }

    /// <summary>The cost of each seat in a trio, in addition to its pairs; never negative.</summary>
    public T[] Seats { get; }

    /// <summary>The cost of each pair, row by row; never negative.</summary>
    public ReadOnlySpan<T> Pairs => _pairs;

    public T Pair(int a, int b) => _pairs[(a * Count) + b];

    public T Trio(int a, int b, int c) => Pair(a, b) + Pair(b, c) + Pair(a, c) + Seats[a] + Seats[b] + Seats[c];

    /// <summary>The components of a sum over a whole pairing.</summary>
    public PairingCost Decode(T total) => _digits.Decode(BigInteger.CreateChecked(total));

    private static T Weigh(PairingCost cost, T[] places, IReadOnlyList<long> lowest)
    {
        var sum = T.Zero;
        for (var c = 0; c < places.Length; c++)
            if (cost[c] - lowest[c] is > 0 and var digit)
                sum += places[c] * T.CreateChecked(digit);
        return sum;
    }
}
