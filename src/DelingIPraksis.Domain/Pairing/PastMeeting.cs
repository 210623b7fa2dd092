namespace DelingIPraksis.Domain.Pairing;

/// <summary>Two parties that have met before, as the solver counts it.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Times">How often they have met, at least 1.</param>
/// <param name="Last">When they last met.</param>
public sealed record PastMeeting(string First, string Second, int Times, DateOnly Last)
{
    /// <summary>The other names that they had the last time, such as Eid for Stad.</summary>
    public IReadOnlyList<string> CalledThen { get; init; } = [];

    /// <summary>All pairs among the keys that have met, in no order.</summary>
    public static IEnumerable<PastMeeting> Among(IReadOnlyList<string> keys, IReadOnlyList<EarlierGathering> history)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var index = keys.Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal);
        return new MeetingHistory(history, index).AllMet.Select(met => new PastMeeting(
            keys[met.Key.Item1],
            keys[met.Key.Item2],
            met.Value.Times,
            met.Value.Last
        )
        {
            CalledThen = met.Value.CalledThen ?? [],
        });
    }
}
