namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// How long a gathering is kept («oppbevaring»), in months from the day it was held, or from the day it was created when that is later.
/// So an imported gathering from an earlier year, or one with a mistyped date, is not erased the same night.
/// </summary>
/// <param name="Names">When the names of those who took part are removed; null when they stay as long as the rest.</param>
/// <param name="All">When everything is deleted; null when it stays until the organiser deletes it.</param>
public sealed record Retention(int? Names, int? All)
{
    /// <summary>The default: the names are erased after a year, and the work is kept.</summary>
    public static readonly Retention Usual = new(12, null);

    /// <summary>The most months that can be asked for.</summary>
    public const int Longest = 120;

    /// <summary>Whether each period is between 1 and <see cref="Longest"/> months.</summary>
    internal bool IsPlausible => IsPeriod(Names) && IsPeriod(All);

    private static bool IsPeriod(int? months) => months is null or (>= 1 and <= Longest);
}

/// <summary>The dates on which data of the gathering is erased, and what has been erased.</summary>
/// <param name="Names">The day the names are erased, or null when they are erased with the rest.</param>
/// <param name="All">The day everything is deleted, or null.</param>
/// <param name="NamesErasedAt">When the names were removed, UTC, or null when they have not been.</param>
public sealed record RetentionDates(DateOnly? Names, DateOnly? All, DateTimeOffset? NamesErasedAt)
{
    internal static RetentionDates Of(Gathering gathering)
    {
        var made = DateOnly.FromDateTime(gathering.MadeAt.UtcDateTime);
        var from = gathering.Facts.Date > made ? gathering.Facts.Date : made;
        var all = gathering.Retention.All is { } months ? from.AddMonths(months) : (DateOnly?)null;
        var names = gathering.Retention.Names is { } sooner ? from.AddMonths(sooner) : (DateOnly?)null;
        return new(names < (all ?? DateOnly.MaxValue) ? names : null, all, gathering.NamesErasedAt);
    }
}
