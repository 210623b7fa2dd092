namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>The log keeps UTC; a report tells the time that was on the wall.</summary>
internal static class NorwegianTime
{
    // A machine without time zone data still writes its reports, in UTC.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
