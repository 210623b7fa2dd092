using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>The keywords of a short text, without the most common small words. Asks and offers are matched by them.</summary>
public static class Keywords
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "alle", "and", "andre", "at", "av", "bare", "blir", "de", "den", "denne", "dere", "det", "dette", "dykk", "då", "eg", "ein", "eit",
        "eller", "en", "er", "et", "etter", "for", "fra", "frå", "få", "gjøre", "god", "gode", "ha", "har", "hjelp", "how", "hvordan",
        "ikke", "ikkje", "kan", "korleis", "med", "men", "mer", "meir", "mot", "når", "of", "og", "om", "opp", "på", "seg", "sin", "skal",
        "som", "so", "the", "til", "treng", "trenger", "to", "ut", "var", "ved", "vi", "vil", "vår", "våre", "vårt", "å",
    };

    /// <summary>The words of two letters or more, in lower case: for each stem, the first word that has it.</summary>
    /// <param name="text">Any text, or null.</param>
    public static IReadOnlyDictionary<string, string> In(string? text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text?.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && i - start >= 2 && text[start..i].ToLowerInvariant() is var word && !Small.Contains(word))
                words.TryAdd(NorwegianStemmer.Stem(word), word);
            start = -1;
        }
        return words;
    }
}
