using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Escapes text for a cell (ST_Xstring, ISO/IEC 29500-1 §22.9.2.19). A reader takes «_x0041_» as the letter with that number. In text that
/// only looks like this, the first underscore is written as «_x005F_». A character that XML does not allow is written by its number.
/// </summary>
internal static partial class WorkbookText
{
    public static string Escape(string text) => Unsafe().IsMatch(text)
            ? Unsafe()
                .Replace(
                    text,
                    match => match.Value[0] == '_' ? "_x005F_" : string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_")
                )
        : text;

    private const string NotAllowed =
        @"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]";

    // A character that is not allowed is written with an underscore first, which would complete «_x0041» before it.
    [GeneratedRegex($"_(?=x[0-9A-Fa-f]{{4}}(?:_|{NotAllowed}))|{NotAllowed}", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
