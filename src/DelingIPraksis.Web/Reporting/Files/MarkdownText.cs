using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// People's words as Markdown that shows exactly those words: nothing in them becomes a heading, a list, a link or markup, in CommonMark
/// and in GitHub's dialect.
/// </summary>
internal static partial class MarkdownText
{
    private const string Break = "\\\n";

    /// <summary>A text of several paragraphs, each line after the first indented.</summary>
    public static string Block(PlainText text, string indent = "") =>
        string.Join($"\n\n{indent}", text.Paragraphs().Select(paragraph => string.Join($"{Break}{indent}", paragraph.Select(Line))));

    /// <summary>One line that begins where a line begins.</summary>
    public static string Line(string line)
    {
        var escaped = Inline(line.TrimStart(' ', '\t'));
        return StartOfBlock().Replace(escaped, @"${number}\${mark}");
    }

    /// <summary>A piece inside a line.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                // An entity is safe even where a backslash is not understood.
                '<' => escaped.Append("&lt;"),
                '\t' => escaped.Append(' '),
                '\\' or '`' or '*' or '_' or '[' or ']' or '&' or '|' or '~' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>An address between angle brackets, which parentheses and blanks cannot end.</summary>
    public static string Link(string words, Uri address) => $"[{Inline(words)}](<{address.AbsoluteUri}>)";

    /// <summary>
    /// What would begin a heading, a quotation, a list, a line or a block of code: «#», «>», «-», «+», «=», «:», «12.» and «12)».
    /// </summary>
    [GeneratedRegex(@"^(?<number>\d{0,9})(?<mark>(?<=\d)[.)]|(?<!\d)[#>+=:-])")]
    private static partial Regex StartOfBlock();
}
