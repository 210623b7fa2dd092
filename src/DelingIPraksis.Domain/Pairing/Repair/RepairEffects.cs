namespace DelingIPraksis.Domain.Pairing;

/// <summary>The effect of a new grouping on one party.</summary>
internal static class RepairEffects
{
    /// <returns>Null when the party is not affected.</returns>
    public static AffectedParty? For(string key, RunningGroup? before, IReadOnlyList<string> after, Func<string, bool> isPresent)
    {
        RepairEffect? effect = before switch
        {
            null => RepairEffect.Arrived,
            _ when !before.Keys.Any(other => other != key && isPresent(other)) => RepairEffect.LeftAlone,
            _ when !before.Keys.Any(other => other != key && after.Contains(other)) => RepairEffect.Moved,
            _ when after.Any(other => !before.Keys.Contains(other)) => RepairEffect.Joined,
            _ when after.Count < before.Keys.Count => RepairEffect.Fewer,
            _ => null,
        };
        return effect is { } known ? new AffectedParty(key, known, before?.Keys ?? [], after) : null;
    }
}
