using System.Globalization;
using System.Text;

namespace DelingIPraksis.Domain;

/// <summary>
/// Cuts text that people wrote without cutting a letter: a family of four is one letter of eleven UTF-16 units, and half of it is another
/// picture or none. A test refuses every other way of cutting.
/// </summary>
public static class TextCut
{
    private const string Mark = " …";

    /// <summary>As much of the text as there is room for, in UTF-16 units.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most) return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is > 0 and var next && end + next <= most) end += next;
        // A single letter may be longer than the room: hundreds of accents can be piled on one.
        if (end == 0)
            while (Rune.TryGetRuneAt(text, end, out var rune) && end + rune.Utf16SequenceLength <= most) end += rune.Utf16SequenceLength;
        return text[..end];
    }

    /// <summary>The text, or its beginning and «…» when it is longer than there is room for.</summary>
    public static string Shorten(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : Cut(text, most - Mark.Length).TrimEnd() + Mark;
    }
}
