namespace DelingIPraksis.Domain.Norwegian;

/// <summary>A word in a text.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Lower">In lower case, for lookup.</param>
/// <param name="AfterStop">Whether a full stop, a comma or the like separates it from the word before.</param>
internal readonly record struct WordToken(string Written, string Lower, bool AfterStop);

/// <summary>Splits a text into words.</summary>
internal static class WordTokenizer
{
    // No real word is longer. Pasted text without blanks must not cost more than its length.
    private const int Longest = 60;

    /// <summary>The words in order. «bygg- og anlegg» gives «bygg», «og», «anlegg».</summary>
    public static List<WordToken> Tokenize(string text)
    {
        var words = new List<WordToken>();
        var (start, stopped) = (-1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0)
            {
                var written = text[start..Math.Min(i, start + Longest)];
                words.Add(new WordToken(written, written.ToLowerInvariant(), stopped));
                (start, stopped) = (-1, false);
            }

            if (i < text.Length && text[i] is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')') stopped = true;
        }

        return words;
    }
}
