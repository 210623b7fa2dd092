using System.Buffers;

namespace DelingIPraksis.Domain.Norwegian;

/// <summary>Finds one stem for all forms of a Norwegian word, in bokmål and nynorsk.</summary>
/// <remarks>
/// Endings come off until nothing more does, so that «mulighetene», «muligheter» and «mulighet» meet. Only endings of inflection:
/// «bolig» and «bo», «måling» and «mål» stay words of their own. What the two written forms spell differently at the beginning of
/// a word is joined first, by <see cref="SpellingPairs"/>.
/// </remarks>
public static class NorwegianStemmer
{
    // The longest ending first. The rest must have the given number of letters and a vowel.
    private static readonly (string Ending, int Left)[] Endings =
    [
        ("elsene", 4), ("elsane", 4), ("elser", 4), ("elsar", 4), ("elsen", 4), ("else", 4),
        ("ene", 3), ("ane", 3), ("ere", 3), ("are", 3), ("erne", 3), ("er", 3), ("ar", 3), ("en", 3), ("et", 3), ("a", 3), ("e", 3),
    ];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyæøåéèêóòôàü");

    /// <summary>The stem of a lower-case word. Never empty for a non-empty word.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var stem = SpellingPairs.Joined(word);
        while (Shortened(stem) is var shorter && shorter.Length < stem.Length) stem = shorter;
        return stem;
    }

    private static string Shortened(string word)
    {
        // «-het» is not a neuter noun in the definite form, and «arena» is not a plural.
        if (word.EndsWith("het", StringComparison.Ordinal) || word.EndsWith("arena", StringComparison.Ordinal)) return word;
        // The genitive s and the linking s of a compound, but not the s in «plass», «praksis», «status».
        if (word is [_, _, _, _, .., 's'] && word[^2] is not ('s' or 'i' or 'u')) return word[..^1];
        foreach (var (ending, left) in Endings)
            if (
                word.Length >= ending.Length + left
                && word.EndsWith(ending, StringComparison.Ordinal)
                && HasVowel(word.AsSpan(0, word.Length - ending.Length))
            )
                return word[..^ending.Length];
        // The stem of «rommet» is «rom»: no word ends in two m.
        if (word.EndsWith("mm", StringComparison.Ordinal)) return word[..^1];
        // «kommunalt», «administrativt».
        return word.Length > 6 && (word.EndsWith("alt", StringComparison.Ordinal) || word.EndsWith("ivt", StringComparison.Ordinal))
            ? word[..^1]
            : word;
    }

    internal static bool HasVowel(ReadOnlySpan<char> letters) => letters.ContainsAny(Vowels);
}
