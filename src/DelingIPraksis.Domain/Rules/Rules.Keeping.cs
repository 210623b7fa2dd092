using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    /// <summary>
    /// A retention that is set takes effect tomorrow at the earliest, so that nobody erases a gathering today by mistake.
    /// </summary>
    private static Outcome SetRetention(Gathering g, RetentionSet c, DateTimeOffset at)
    {
        if (!c.Retention.IsPlausible) return new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest);
        var after = g with { Retention = c.Retention };
        return RetentionDates.Of(after).All <= DateOnly.FromDateTime(at.UtcDateTime)
            ? new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest)
            : after;
    }
}
