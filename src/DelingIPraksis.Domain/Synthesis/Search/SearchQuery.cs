using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Searching;

/// <summary>A word that is searched for.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Parts">The stems of its parts when it is a compound: a text that has all of them also answers; otherwise empty.</param>
/// <param name="Beginning">
/// How a word that answers may begin, when this is the last word and may not be finished; otherwise null.
/// </param>
public sealed record SearchTerm(string Stem, ImmutableArray<string> Parts, string? Beginning)
{
    /// <summary>Whether a word of a text answers, or is a part of what answers.</summary>
    public bool IsIn(SearchWord word) =>
        word.Stem == Stem
        || word.Parts.Contains(Stem)
        || Parts.Contains(word.Stem)
        || word.Parts.Any(part => Parts.Contains(part))
        || (Beginning is not null && (Begins(word.Stem) || word.Parts.Any(Begins) || Begins(word.Folded)));

    internal bool Answers(IReadOnlyCollection<SearchWord> words) =>
        words.Any(word => word.Stem == Stem || word.Parts.Contains(Stem)
            || (Beginning is not null && (Begins(word.Stem) || word.Parts.Any(Begins) || Begins(word.Folded))))
        || (Parts.Length > 0 && Parts.All(part => words.Any(word => word.Stem == part || word.Parts.Contains(part))));

    private bool Begins(string word) => word.StartsWith(Beginning!, StringComparison.Ordinal);
}

/// <summary>
/// What somebody searches for: all words must be there, in any form, in any order, also as a part of a compound. Words in quotation marks
/// must stand just so. Any character may be typed: what is neither a letter nor a digit separates words.
/// </summary>
/// <param name="Terms">
/// The words, those of the phrases too; empty when nothing was typed that can be searched for.
/// </param>
public sealed record SearchQuery(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>The longest search, in UTF-16 units.</summary>
    public const int Longest = 200;

    /// <summary>The most words that are used. The rest of a longer search is not.</summary>
    public const int MostTerms = 16;

    // With fewer letters nearly every text has a word that begins so.
    private const int ShortestBeginning = 3;

    /// <summary>Nothing is searched for.</summary>
    public static readonly SearchQuery Nothing = new(ImmutableArray<SearchTerm>.Empty);

    /// <summary>What stands in quotation marks.</summary>
    public ImmutableArray<SearchPhrase> Phrases { get; init; } = [];

    /// <summary>Whether nothing is searched for.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    /// <summary>Reads what somebody typed. The last word may be unfinished, unless something stands after it.</summary>
    public static SearchQuery Read(string? typed, SearchReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (string.IsNullOrEmpty(typed)) return Nothing;
        var words = reader.Read(typed).Take(MostTerms).ToList();
        var terms = words.Select((word, place) =>
        {
            var isLast = place == words.Count - 1 && word.Start + word.Length == typed.Length;
            return new SearchTerm(word.Stem, word.Parts, isLast && word.Folded.Length >= ShortestBeginning ? BeginningOf(word) : null);
        });
        return new([.. terms.DistinctBy(term => term.Stem)]) { Phrases = [.. SearchPhrase.In(typed, reader)] };
    }

    /// <summary>Whether a text answers, together with what stands beside it.</summary>
    public bool Answers(IEnumerable<SearchWord> words)
    {
        var all = words.ToList();
        return Terms.All(term => term.Answers(all));
    }

    /// <summary>Whether all that stands in quotation marks stands in one of some texts, word by word.</summary>
    public bool AnswersExactly(IReadOnlyCollection<string> texts) => Phrases.All(phrase => texts.Any(phrase.IsIn));

    /// <summary>Whether a word is one of those that are marked in a hit.</summary>
    public bool Marks(SearchWord word) => Terms.Any(term => term.IsIn(word));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Terms.Select(term => term.Stem));

    // What is typed of «kommunen» is «kommune», whose stem is shorter than what is typed.
    private static string BeginningOf(SearchWord word) => word.Stem.Length < word.Folded.Length
        && word.Folded.StartsWith(word.Stem, StringComparison.Ordinal) ? word.Stem : word.Folded;
}
