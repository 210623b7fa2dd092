using System.Globalization;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// A value that a machine reads: an attribute, a style, a drawing, an address, a file. The reader's culture must not touch it: Norwegian
/// writes minus one with U+2212 and a half with a comma, which no browser reads as a number. A test reads the compiled pages and asks for
/// it.
/// </summary>
internal static class Invariant
{
    public static string Value(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Value(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The day as 2026-11-28.</summary>
    public static string Value(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The instant as 2026-11-28T12:00:00Z.</summary>
    public static string Value(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
