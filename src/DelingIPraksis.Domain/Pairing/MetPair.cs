namespace DelingIPraksis.Domain.Pairing;

/// <summary>Two that have sat together before, as the solver counts it.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Times">How often, at least 1.</param>
/// <param name="Last">The newest time.</param>
public sealed record MetPair(string First, string Second, int Times, DateOnly Last)
{
    /// <summary>Everybody among the keys who has met, in no order.</summary>
    public static IEnumerable<MetPair> Among(IReadOnlyList<string> keys, IReadOnlyList<EarlierGathering> history)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var index = keys.Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal);
        return new Acquaintance(history, index).AllMet.Select(met => new MetPair(
            keys[met.Key.Item1],
            keys[met.Key.Item2],
            met.Value.Times,
            met.Value.Last
        ));
    }
}
