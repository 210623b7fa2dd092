using System.Text;
using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>The shape of a text (lines, paragraphs and direction), the same in every file.</summary>
internal static class TextShape
{
    private static readonly char[] LineBreaks = ['\n', '\u2028', '\u2029'];

    /// <summary>The text on one line, for headings and cells.</summary>
    public static string OneLine(this PlainText text) =>
        string.Join(' ', text.Value.Split([.. LineBreaks, '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The lines of a text, with any kind of line break.</summary>
    public static IReadOnlyList<string> Lines(this PlainText text) => text.Value.Split(LineBreaks);

    /// <summary>The paragraphs of a text, separated by blank lines, each with its lines.</summary>
    public static IEnumerable<IReadOnlyList<string>> Paragraphs(this PlainText text)
    {
        var paragraph = new List<string>();
        foreach (var line in text.Lines())
        {
            if (!string.IsNullOrWhiteSpace(line)) paragraph.Add(line.TrimEnd());
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }

        if (paragraph.Count > 0) yield return paragraph;
    }

    /// <summary>Whether the first letter with a direction belongs to a right-to-left script.</summary>
    public static bool RunsRightToLeft(this string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value)) return true;
            if (Rune.IsLetter(rune)) return false;
        }

        return false;
    }

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and the like; their presentation forms; the right-to-left part of the supplementary plane.
    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
