using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Searching;

/// <summary>A word of a text, as a search reads it.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there, in UTF-16 units.</param>
/// <param name="Folded">Its letters in the spelling that is compared.</param>
/// <param name="Stem">The stem that all forms of the word share, in bokmål and nynorsk; letters and digits only, never empty.</param>
/// <param name="Parts">The stems of the parts of a compound, in order; empty when it is none.</param>
public sealed record SearchWord(int Start, int Length, string Folded, string Stem, ImmutableArray<string> Parts);

/// <summary>Reads the words of texts for a search. Remembers the words it has met; use one instance for one run.</summary>
public sealed class SearchReader
{
    // No real word is longer. Pasted text without blanks must not cost more than its length.
    private const int Longest = 60;

    // A run reads tens of thousands of notes. The words in them are far fewer.
    private const int MostRemembered = 50_000;

    // Shorter words are in practice never compounds, and splitting them finds «om» and «tal» in «omtale».
    private const int ShortestCompound = 6;

    // A part that nobody knows is a word only when it is long enough to be one.
    private const int ShortestUnknown = 4;

    // Endings that make a word of another, and are no words themselves: «forankring» is no ring.
    private static readonly HashSet<string> _endings =
    [
        "abel", "ane", "ande", "dom", "ede", "else", "ende", "ene", "ere", "ering", "ete", "eten", "etene", "het", "heten", "ible", "ige",
        "ing", "inga", "ingar", "ingen", "inger", "isk", "iske", "isme", "itet", "itt", "leg", "lege", "leik", "lig", "lige", "ling",
        "ning", "ninga", "ningen", "ninger", "ring", "ringa", "ringen", "ringer", "sel", "semd", "ser", "skap", "sing", "som",
        "ter", "ting", "vis", "ale", "are", "ten",
    ];

    // Words that the lexicon keeps whole: «automat» is no «mat». «gruppearbeid» is both its parts, which are long and known.
    private static readonly Lazy<HashSet<string>> _whole = new(() =>
        Lexicon.Standard.General.Where(word => !word.Contains(' ', StringComparison.Ordinal)).Select(NorwegianStemmer.Stem).ToHashSet());

    private static readonly Lazy<HashSet<string>> _further = new(() =>
        LexiconText.Lines(LexiconText.Resource("parts.txt")).SelectMany(LexiconText.Items).Select(NorwegianStemmer.Stem).ToHashSet());

    private readonly Dictionary<string, (string Stem, ImmutableArray<string> Parts)> _met = new(StringComparer.Ordinal);

    /// <summary>The words of a text, in order. Words without a meaning of their own («og», «som») are left out.</summary>
    public IEnumerable<SearchWord> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (start, length) in Words(text))
        {
            var folded = SearchSpelling.Fold(text.AsSpan(start, Math.Min(length, Longest)));
            if (folded.Length == 0 || StopWords.All.Contains(folded)) continue;
            var (stem, parts) = Look(folded);
            yield return new SearchWord(start, length, folded, stem, parts);
        }
    }

    /// <summary>All the words of a text in the spelling that is compared, in order, small words too.</summary>
    public static IEnumerable<string> Spell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (start, length) in Words(text))
            if (SearchSpelling.Fold(text.AsSpan(start, Math.Min(length, Longest))) is { Length: > 0 } folded)
                yield return folded;
    }

    /// <summary>Whether a text has words, but none with a meaning of its own.</summary>
    public static bool HasOnlyStopWords(string text)
    {
        var words = Words(text).Select(word => SearchSpelling.Fold(text.AsSpan(word.Start, word.Length))).ToList();
        return words.Count > 0 && words.TrueForAll(word => word.Length == 0 || StopWords.All.Contains(word));
    }

    private (string Stem, ImmutableArray<string> Parts) Look(string folded)
    {
        if (_met.TryGetValue(folded, out var met)) return met;
        if (_met.Count == MostRemembered) _met.Clear();
        var stem = NorwegianStemmer.Stem(folded);
        return _met[folded] = (stem, PartsOf(folded, stem));
    }

    private static ImmutableArray<string> PartsOf(string folded, string stem)
    {
        if (folded.Length < ShortestCompound) return [];
        var parts = Compounds.Split(folded, Find);
        var isWhole = _whole.Value.Contains(stem);
        var isCompound = parts.All(part => part.Length >= ShortestUnknown || (part.ThemeWeights is not null && !isWhole))
            && (!isWhole || parts.All(part => part.ThemeWeights is not null))
            && parts.Skip(1).All(part => !_endings.Contains(part.Stem) && !IsEnding(folded, parts, part));
        return isCompound ? [.. parts.Select(part => part.Stem).Where(part => part.Length > 0)] : [];
    }

    private static bool IsEnding(string folded, IReadOnlyList<CompoundPart> parts, CompoundPart part)
    {
        var from = parts.TakeWhile(before => before != part).Sum(before => before.Length);
        return from + part.Length <= folded.Length && _endings.Contains(folded.Substring(from, part.Length));
    }

    private static ThemeWeights? Find(string letters)
    {
        if (Lexicon.Standard.Vocabulary.FindPart(letters) is { } weights) return StopWords.All.Contains(letters) ? null : weights;
        var stem = NorwegianStemmer.Stem(letters);
        return _further.Value.Contains(stem) || Synonyms.Of(stem) is not null ? ThemeWeights.Nothing : null;
    }

    // Combining marks belong to the letter before them.
    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        var start = -1;
        for (var place = 0; place <= text.Length; place++)
        {
            if (place < text.Length && (char.IsLetterOrDigit(text[place]) || (start >= 0 && IsMark(text[place]))))
            {
                if (start < 0) start = place;
                continue;
            }

            if (start >= 0) yield return (start, place - start);
            start = -1;
        }
    }

    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
