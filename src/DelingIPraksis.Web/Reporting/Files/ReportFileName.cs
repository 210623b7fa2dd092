using System.Globalization;
using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The file name: day, title and edition. It is valid in every file system, and is always made here and never taken from the request.
/// </summary>
internal static class ReportFileName
{
    private const int LongestTitle = 80;

    public static string Of(GatheringReport report, string format)
    {
        var words = new ReportWords(report.Facts.Language);
        var title = Safe(report.Facts.Title.OneLine());
        var (of, extension) = format switch
        {
            "csv" => ($" - {words["Notes"]}", format),
            "lofter.csv" => ($" - {words["Promises"]}", "csv"),
            _ => ("", format),
        };
        var edition = report.Attributed ? $" ({words["Archive"]})" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Facts.Date:yyyy-MM-dd} {(title.Length > 0 ? title : words["Report"])}{of}{edition}.{extension}"
        );
    }

    /// <summary>The name of a file of a gathering that is no edition of its report.</summary>
    public static string Of(GatheringFacts facts, string what, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{facts.Date:yyyy-MM-dd} {what}.{format}");

    // No separators, no wildcards, no invisible characters, and no change of text direction: «fdp.exe» must not read as «exe.pdf».
    internal static string Safe(string title)
    {
        var kept = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            var fits =
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && !(rune.IsAscii && "\\/:*?\"<>|%;'`$".Contains((char)rune.Value, StringComparison.Ordinal));
            kept.Append(fits ? rune.ToString() : " ");
            if (kept.Length >= LongestTitle) break;
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '-');
    }
}
