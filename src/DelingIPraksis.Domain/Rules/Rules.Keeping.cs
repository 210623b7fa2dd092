using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    /// <summary>A day that has already come is not chosen by mistake: what is asked for takes effect tomorrow at the earliest.</summary>
    private static Outcome SetRetention(Gathering g, RetentionSet c, DateTimeOffset at)
    {
        if (!c.Retention.IsPlausible) return new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest);
        var after = g with { Retention = c.Retention };
        return KeptUntil.Of(after).All <= DateOnly.FromDateTime(at.UtcDateTime)
            ? new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest)
            : after;
    }
}
