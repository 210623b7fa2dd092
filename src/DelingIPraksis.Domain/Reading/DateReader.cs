using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

/// <summary>A date that a text names.</summary>
/// <param name="Date">The day.</param>
/// <param name="Written">As it is written.</param>
/// <param name="At">Its place in the text.</param>
/// <param name="Certainty">A guess when the year was written wrong or left out.</param>
internal sealed record DateFound(DateOnly Date, string Written, int At, Certainty Certainty);

/// <summary>
/// Finds dates in Norwegian texts. A year with a digit too many is read as the year that the rest of the report gives the same day, or
/// names most often.
/// </summary>
internal static partial class DateReader
{
    private const string Months =
        "jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?";

    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

    /// <summary>Whether a text begins with a date: «7. juni» is no numbered heading.</summary>
    public static bool StartsDate(string text) => Named().Match(text) is { Success: true, Index: 0 };

    /// <summary>The dates of a text, in order.</summary>
    /// <param name="text">A text.</param>
    /// <param name="all">The whole report, in which the year is sought that a date lacks or has wrong.</param>
    public static IEnumerable<DateFound> In(string text, string all)
    {
        var found = new List<DateFound>();
        foreach (Match match in Named().Matches(text))
        {
            var month = Array.FindIndex(_months, name => match.Groups["m"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
            var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
            var (year, certainty) = YearOf(match.Groups["y"].Value, day, month, all);
            Add(match, year, month, day, certainty);
        }

        foreach (Match match in Digits().Matches(text))
        {
            var (year, certainty) = YearOf(match.Groups["y"].Value, 0, 0, all);
            Add(match, year, Number(match, "m"), Number(match, "d"), certainty);
        }

        foreach (Match match in Iso().Matches(text)) Add(match, Number(match, "y"), Number(match, "m"), Number(match, "d"),
            Certainty.Likely);
        return found.OrderBy(date => date.At);

        void Add(Match match, int year, int month, int day, Certainty certainty)
        {
            if (year is < 2000 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return;
            found.Add(new(new DateOnly(year, month, day), match.Value.Trim(), match.Index, certainty));
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static (int Year, Certainty Certainty) YearOf(string written, int day, int month, string all)
    {
        if (written.Length == 4 && Plausible(written)) return (int.Parse(written, CultureInfo.InvariantCulture), Certainty.Likely);
        if (written.Length == 2) return (2000 + int.Parse(written, CultureInfo.InvariantCulture), Certainty.Likely);
        // One digit too many, or one wrong: any year that can be made of it. Without a year, any year that the report names.
        var candidates = written.Length == 0
            ? null
            : Enumerable.Range(0, written.Length).Select(at => written.Remove(at, 1)).Where(Plausible).ToHashSet(StringComparer.Ordinal);
        bool Fits(string year) => candidates is null || candidates.Count == 0 || candidates.Contains(year);
        var sameDay = Named().Matches(all)
            .Where(other => month > 0 && other.Groups["y"].Value is { Length: 4 } year && Plausible(year) && Fits(year)
                && other.Groups["d"].Value == day.ToString(CultureInfo.InvariantCulture)
                && other.Groups["m"].Value.StartsWith(_months[month - 1], StringComparison.OrdinalIgnoreCase))
            .Select(other => other.Groups["y"].Value)
            .FirstOrDefault();
        var year = sameDay
            ?? Year().Matches(all).Select(other => other.Value).Where(other => Plausible(other) && Fits(other))
                .CountBy(other => other).OrderByDescending(count => count.Value).Select(count => count.Key).FirstOrDefault()
            ?? candidates?.FirstOrDefault();
        return (year is null ? 0 : int.Parse(year, CultureInfo.InvariantCulture), Certainty.Guess);
    }

    private static bool Plausible(string year) =>
        year.Length == 4 && int.TryParse(year, CultureInfo.InvariantCulture, out var number) && number is >= 2000 and <= 2100;

    // «7. juni 2021», «4.–5. mai 2022», «9. og 10. oktober»: the first day counts.
    [GeneratedRegex(
        @"(?<![0-9.])(?<d>[0-3]?[0-9])\.?(?:\s*(?:[-–—]|og|til)\s*(?:\p{L}{3,4}dag\s+)?[0-3]?[0-9]\.?)?\s*(?<m>"
        + Months + @")\b\.?(?:,?\s+(?<y>[0-9]{4,5})(?![0-9]))?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"(?<![0-9.])(?<d>[0-3]?[0-9])(?:\.(?<m>[01]?[0-9])[./]|/(?<m>[01]?[0-9])[./ -])"
            + @"(?<y>[0-9]{5}|[0-9]{4}|[0-9]{2})(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})-(?<m>[01][0-9])-(?<d>[0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>A text without a date in it, as a title is.</summary>
    public static string Without(string text) => Named().Replace(Digits().Replace(Weekday().Replace(text, ""), ""), "");

    [GeneratedRegex(
        @"\b(?:man|tirs?|tys|ons|tors|fre|laur?|lør|søn|sun)dag(?:en)?\s+(?=[0-9])",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();
}
