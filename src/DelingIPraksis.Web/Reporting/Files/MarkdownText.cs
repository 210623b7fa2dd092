using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Escapes what people wrote, so that Markdown shows exactly the same text. Nothing in it becomes a heading, a list, a link or markup, in
/// CommonMark or in GitHub's dialect.
/// </summary>
internal static partial class MarkdownText
{
    private const string Break = "\\\n";

    /// <summary>Escapes a text of several paragraphs. Each line after the first is indented.</summary>
    public static string Block(PlainText text, string indent = "") =>
        string.Join($"\n\n{indent}", text.Paragraphs().Select(paragraph => string.Join($"{Break}{indent}", paragraph.Select(Line))));

    /// <summary>The same, with the links that people wrote in it as links.</summary>
    public static string Linked(PlainText text, string indent = "") =>
        string.Join($"\n\n{indent}", text.Paragraphs().Select(paragraph => string.Join($"{Break}{indent}", paragraph.Select(Linked))));

    /// <summary>Escapes text at the beginning of a line.</summary>
    public static string Line(string line) => Begun(Inline(line.TrimStart(' ', '\t')));

    private static string Linked(string line) => Begun(string.Concat(TextLinks.Runs(line.TrimStart(' ', '\t'))
        .Select(run => run.Address is { } address ? Link(run.Words, address) : Inline(run.Words))));

    private static string Begun(string escaped) => StartOfBlock().Replace(escaped, @"${number}\${mark}");

    /// <summary>Escapes text within a line.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                // An entity also works where backslash escapes are not supported.
                '<' => escaped.Append("&lt;"),
                '\t' => escaped.Append(' '),
                '\\' or '`' or '*' or '_' or '[' or ']' or '&' or '|' or '~' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Writes the address between angle brackets. Parentheses and blanks do not end it there.</summary>
    public static string Link(string words, Uri address) => $"[{Inline(words)}](<{address.AbsoluteUri}>)";

    /// <summary>
    /// Matches what begins a heading, a quotation, a list, a line or a block of code: «#», «>», «-», «+», «=», «:», «12.» and «12)».
    /// </summary>
    [GeneratedRegex(@"^(?<number>\d{0,9})(?<mark>(?<=\d)[.)]|(?<!\d)[#>+=:-])")]
    private static partial Regex StartOfBlock();
}
