using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// A mixed-radix number that represents a cost. Each component is shifted so that it starts at 0. That adds the same to every pairing,
/// since all pairings have equally many pairs and seats.
/// </summary>
internal sealed class MixedRadix
{
    private readonly long[] _lowestPair = new long[PairingCost.Components];
    private readonly long[] _lowestSeat = new long[PairingCost.Components];
    private readonly BigInteger[] _place = new BigInteger[PairingCost.Components];
    private readonly int _pairs;
    private readonly int _seats;

    public MixedRadix(CostModel model)
    {
        var n = model.Parties.Length;
        _seats = n % 2 == 0 ? 0 : 3;
        _pairs = n % 2 == 0 ? n / 2 : ((n - 3) / 2) + 3;
        var highestPair = new long[PairingCost.Components];
        var highestSeat = new long[PairingCost.Components];
        Array.Fill(_lowestPair, long.MaxValue);
        Array.Fill(_lowestSeat, long.MaxValue);
        Array.Fill(highestPair, long.MinValue);
        Array.Fill(highestSeat, long.MinValue);
        for (var i = 0; i < n; i++)
        {
            Widen(model.Seat(i), _lowestSeat, highestSeat);
            for (var j = 0; j < i; j++)
                Widen(model.Pair(i, j), _lowestPair, highestPair);
        }
        var place = BigInteger.One;
        for (var c = PairingCost.Components - 1; c >= 0; c--)
        {
            _place[c] = place;
            BigInteger pairs = highestPair[c] - _lowestPair[c], seats = highestSeat[c] - _lowestSeat[c];
            HeaviestPair += place * pairs;
            HeaviestSeat += place * seats;
            place *= (_pairs * pairs) + (_seats * seats) + 1;
        }
    }

    /// <summary>The highest weight of a pair.</summary>
    public BigInteger HeaviestPair { get; }

    /// <summary>The highest weight of a seat.</summary>
    public BigInteger HeaviestSeat { get; }

    /// <summary>The weight of one unit of each component, the most significant first.</summary>
    public IReadOnlyList<BigInteger> Places => _place;

    /// <summary>The lowest value of each component of a pair.</summary>
    public IReadOnlyList<long> LowestPair => _lowestPair;

    /// <summary>The lowest value of each component of a seat.</summary>
    public IReadOnlyList<long> LowestSeat => _lowestSeat;

    public PairingCost Decode(BigInteger total) => PairingCost.From(c =>
    {
        var digit = c == PairingCost.Components - 1 ? total : BigInteger.DivRem(total, _place[c], out total);
        return (long)digit + (_pairs * _lowestPair[c]) + (_seats * _lowestSeat[c]);
    });

    private static void Widen(PairingCost cost, long[] lowest, long[] highest)
    {
        for (var c = 0; c < PairingCost.Components; c++)
        {
            lowest[c] = Math.Min(lowest[c], cost[c]);
            highest[c] = Math.Max(highest[c], cost[c]);
        }
    }
}
