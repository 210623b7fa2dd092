using System.Globalization;
using System.Runtime.CompilerServices;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>
/// Searches texts by words: in any form, in bokmål and nynorsk, as part of a compound, and by synonyms. Otherwise it matches character by
/// character, as the user types.
/// </summary>
public sealed class NoteSearch
{
    private static readonly CompareInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;
    // A search is made for each letter that is typed, over the same texts.
    private static readonly ConditionalWeakTable<string, HashSet<string>> Stems = [];
    private readonly IReadOnlyList<(string Written, string Stem, string? Concept)> _words;

    /// <summary>A search for words. All of them must match.</summary>
    /// <param name="words">As somebody typed them.</param>
    public NoteSearch(string words) =>
        _words = [
            .. TextMarks
                .Fold(words)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => (word, Stem: StemOf(word)))
                .Select(word => (word.word, word.Stem, Synonyms.Of(word.Stem)?.Concept)),
        ];

    /// <summary>Whether the search has no words.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>Whether all the words are in a text, or in the text beside it, such as the author's name.</summary>
    public bool Finds(PlainText text, string beside)
    {
        if (IsEmpty) return true;
        HashSet<string>? stems = null;
        return _words.All(word =>
            Has(text.Value, word.Written) || Has(beside, word.Written) || (stems ??= StemsOf(text)).Any(stem => Means(word, stem))
        );
    }

    private static bool Means((string Written, string Stem, string? Concept) word, string stem) =>
        stem == word.Stem
        || (word.Stem.Length >= 4 && stem.Contains(word.Stem, StringComparison.Ordinal))
        || (word.Concept is not null && Synonyms.Of(stem)?.Concept == word.Concept);

    private static HashSet<string> StemsOf(PlainText text) => Stems.GetValue(
        text.Value, written => [.. WordTokenizer.Tokenize(written).Select(word => NorwegianStemmer.Stem(word.Lower))]);

    private static string StemOf(string word) => NorwegianStemmer.Stem(word.ToLower(CultureInfo.InvariantCulture));

    private static bool Has(string text, string word) =>
        Norwegian.IndexOf(TextMarks.Fold(text), word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
