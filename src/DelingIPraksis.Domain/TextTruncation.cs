using System.Globalization;
using System.Text;

namespace DelingIPraksis.Domain;

/// <summary>
/// Cuts user text at letter boundaries. A family emoji of four is one letter of eleven UTF-16 units, and half of it is another picture or
/// none. A test forbids every other way of cutting text.
/// </summary>
public static class TextTruncation
{
    private const string Mark = " …";

    /// <summary>As much of the text as fits, in UTF-16 units.</summary>
    public static string Truncate(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most) return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is > 0 and var next && end + next <= most) end += next;
        // A single letter may be longer than the limit: hundreds of accents can be combined with one letter.
        if (end == 0)
            while (Rune.TryGetRuneAt(text, end, out var rune) && end + rune.Utf16SequenceLength <= most) end += rune.Utf16SequenceLength;
        return text[..end];
    }

    /// <summary>The text, or its beginning and «…» when it is too long.</summary>
    public static string Shorten(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : Truncate(text, most - Mark.Length).TrimEnd() + Mark;
    }
}
