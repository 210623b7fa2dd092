using System.Globalization;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Formats a value for a machine: an attribute, a style, an SVG drawing, an address, a file. The user's culture must not change it:
/// Norwegian writes minus one with U+2212 and a half with a comma, and no browser parses these as numbers. A test reads the compiled pages
/// and requires this class.
/// </summary>
internal static class Invariant
{
    public static string Value(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Value(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The date as 2026-11-28.</summary>
    public static string Value(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The instant as 2026-11-28T12:00:00Z.</summary>
    public static string Value(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
