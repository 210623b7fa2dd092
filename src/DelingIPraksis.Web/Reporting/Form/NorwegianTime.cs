using System.Globalization;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>Converts the log's UTC to Norwegian local time, which reports show.</summary>
internal static class NorwegianTime
{
    // A machine without time zone data still writes its reports, in UTC.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var zone)
        ? zone
        : TimeZoneInfo.Utc;

    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The date in Norway at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);

    /// <summary>The last second of a day in Norway, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, Zone.GetUtcOffset(last)).ToUniversalTime();
    }

    /// <summary>A deadline as text: the date, with the time when that is not the end of the day.</summary>
    public static string Deadline(DateTimeOffset at, CultureInfo culture) => at == EndOf(DayOf(at))
        ? Weekday(at, culture)
            : $"{Weekday(at, culture)} {(culture.TwoLetterISOLanguageName == "en" ? "at" : "kl.")} "
                + $"{Of(at).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>Day and month as a language writes them: «9. desember», “9 December”.</summary>
    public static string DayAndMonth(DateTimeOffset at, CultureInfo culture) => Of(at).ToString("M", culture);

    /// <summary>The same, with the weekday before it.</summary>
    public static string Weekday(DateTimeOffset at, CultureInfo culture) =>
        $"{Of(at).ToString("dddd", culture)} {DayAndMonth(at, culture)}";
}
