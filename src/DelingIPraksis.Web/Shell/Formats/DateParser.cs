using System.Globalization;

namespace DelingIPraksis.Web.Shell;

/// <summary>The only parser of dates, in the formats that people write and in the format of a date field.</summary>
internal static class DateParser
{
    private static readonly string[] _days =
    [
        "yyyy-MM-dd", "d.M.yyyy", "d. M. yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "yyyyMMdd", "d. MMMM yyyy", "d MMMM yyyy",
    ];
    private static readonly CultureInfo _norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>The date. 1 January of year 1 when the year has more than four digits. Null when the text is not a date.</summary>
    public static DateOnly? Read(string text)
    {
        var typed = text.Trim();
        if (DateOnly.TryParseExact(typed, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(typed, _days, _norwegian, DateTimeStyles.None, out day)) return day;
        // The user means «7.6.20021» as a date, but has made a typing error.
        var parts = typed.Split('.', '-', '/');
        return parts.Length == 3 && parts.All(part => part.Trim().All(char.IsAsciiDigit)) && parts.Any(part => part.Trim().Length > 4)
            ? DateOnly.MinValue
            : null;
    }
}
