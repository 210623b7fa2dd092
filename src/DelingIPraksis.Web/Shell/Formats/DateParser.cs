using System.Globalization;

namespace DelingIPraksis.Web.Shell;

/// <summary>The one reader of days: as people write them, and as a date field gives them.</summary>
internal static class DateParser
{
    private static readonly string[] _days =
    [
        "yyyy-MM-dd", "d.M.yyyy", "d. M. yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "yyyyMMdd", "d. MMMM yyyy", "d MMMM yyyy",
    ];
    private static readonly CultureInfo _norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>
    /// The day, the first of January of the year 1 when the year has more than four figures, or null when it is no day at all.
    /// </summary>
    public static DateOnly? Read(string text)
    {
        var typed = text.Trim();
        if (DateOnly.TryParseExact(typed, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(typed, _days, _norwegian, DateTimeStyles.None, out day)) return day;
        // «7.6.20021» is a day to whoever typed it, and a slip to everybody else.
        var parts = typed.Split('.', '-', '/');
        return parts.Length == 3 && parts.All(part => part.Trim().All(char.IsAsciiDigit)) && parts.Any(part => part.Trim().Length > 4)
            ? DateOnly.MinValue
            : null;
    }
}
