namespace DelingIPraksis.Domain.Pairing;

/// <summary>The words of a short text, without the commonest small ones: what asks and offers are matched by until stems are given.</summary>
public static class PlainWords
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "alle", "and", "andre", "at", "av", "bare", "blir", "de", "den", "denne", "dere", "det", "dette", "dykk", "då", "eg", "ein", "eit",
        "eller", "en", "er", "et", "etter", "for", "fra", "frå", "få", "gjøre", "god", "gode", "ha", "har", "hjelp", "how", "hvordan", "ikke",
        "ikkje", "kan", "korleis", "med", "men", "mer", "meir", "mot", "når", "of", "og", "om", "opp", "på", "seg", "sin", "skal", "som", "so",
        "the", "til", "treng", "trenger", "to", "ut", "var", "ved", "vi", "vil", "vår", "våre", "vårt", "å",
    };

    /// <summary>Lower-case words of two letters or more.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && i - start >= 2 && text[start..i].ToLowerInvariant() is var word && !Small.Contains(word))
                words.Add(word);
            start = -1;
        }
        return words;
    }
}
