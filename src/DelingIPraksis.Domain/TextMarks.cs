using System.Buffers;
using System.Text;

namespace DelingIPraksis.Domain;

/// <summary>
/// Characters that come with pasted text and that nobody wrote: line breaks of other programs, invisible characters, characters that look
/// like a hyphen. This is the only place that says what each of them means. <c>js/writing/text.js</c> has the part that the browser needs;
/// <c>tests/corpus/plain-text.json</c> checks both.
/// </summary>
public static class TextMarks
{
    private static readonly SearchValues<char> Ordinary = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789 -.,:;!?'\"()/%&+@«»áčđŋšŧžéèêòóôüäö");

    /// <summary>Whether a character ends a line in the program it came from: Word, a terminal, a web page.</summary>
    public static bool IsBreak(char letter) =>
        letter is '\n' or '\u000B' or '\u000C' or '\r' or '\u001C' or '\u001D' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character is invisible and has no meaning: soft hyphens, joiners, direction marks, byte order marks.</summary>
    public static bool IsInvisible(char letter) => letter is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F');

    /// <summary>Whether a character is a hyphen, a dash or a minus sign. People and programs confuse them.</summary>
    public static bool IsHyphen(char letter) =>
        letter is '-' or '\u00AF' or (>= '\u2010' and <= '\u2015') or '\u2043' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    /// <summary>
    /// Text for comparing and searching, never for storing: without invisible characters, with plain hyphens and apostrophes, single spaces
    /// for blanks and line breaks, and no blanks at the ends.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Most texts need no folding, and one search reads ten thousand of them.
        if (text.AsSpan().IndexOfAnyExcept(Ordinary) < 0 && !text.Contains("  ", StringComparison.Ordinal)) return text.Trim();
        var folded = new StringBuilder(text.Length);
        foreach (var letter in new PlainText(text).Value)
        {
            if (IsInvisible(letter)) continue;
            if (char.IsWhiteSpace(letter))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else
            {
                folded.Append(IsHyphen(letter) ? '-' : letter is '\u2018' or '\u2019' or '\u02BC' or '\u00B4' ? '\'' : letter);
            }
        }

        return folded.ToString().TrimEnd();
    }
}
