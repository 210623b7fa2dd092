namespace DelingIPraksis.Domain.Norwegian;

/// <summary>A word where somebody wrote it.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Lower">In lower case: what it is looked up by.</param>
/// <param name="AfterStop">Whether a full stop, a comma or the like stands between it and the word before.</param>
internal readonly record struct WrittenWord(string Written, string Lower, bool AfterStop);

/// <summary>Takes a text apart into words.</summary>
internal static class WrittenWords
{
    // Nobody writes a longer word; a pasted wall of letters must cost no more than its length.
    private const int Longest = 60;

    /// <summary>The words in order. «bygg- og anlegg» gives «bygg», «og», «anlegg».</summary>
    public static List<WrittenWord> Of(string text)
    {
        var words = new List<WrittenWord>();
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
                words.Add(new WrittenWord(written, written.ToLowerInvariant(), stopped));
                (start, stopped) = (-1, false);
            }

            if (i < text.Length && text[i] is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')') stopped = true;
        }

        return words;
    }
}
