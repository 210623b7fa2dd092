namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>The log keeps UTC; a report tells the time that was on the wall.</summary>
internal static class NorwegianTime
{
    // A machine without time zone data still writes its reports, in UTC.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The day it is, in Norway, at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);

    /// <summary>The last second of a day in Norway, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, Zone.GetUtcOffset(last)).ToUniversalTime();
    }
}
