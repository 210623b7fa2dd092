using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Searching;

/// <summary>The words of a text as they stand in an index: letters and digits, with single spaces between.</summary>
/// <param name="Stems">The stems of the words of the text.</param>
/// <param name="Parts">The stems of the parts of its compounds.</param>
/// <param name="Beside">The same of what stands beside the text: heading, theme, and who said it.</param>
public sealed record IndexedWords(string Stems, string Parts, string Beside);

/// <summary>Reads the texts of a gathering for an index, and finds the words of a search in them again.</summary>
public static class SearchReading
{
    /// <summary>The words of a text for an index.</summary>
    public static IndexedWords Index(SearchText text, SearchReader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        var words = reader.Read(text.Text.Value).ToList();
        var beside = Beside(text).SelectMany(part => reader.Read(part.Value));
        return new(
            string.Join(' ', words.Select(word => word.Stem)),
            string.Join(' ', words.SelectMany(word => word.Parts)),
            string.Join(' ', beside.SelectMany(word => word.Parts.Prepend(word.Stem)))
        );
    }

    /// <summary>Whether a text answers a search. It is asked again of every hit before it is shown.</summary>
    public static bool Answers(SearchText text, SearchQuery query, SearchReader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        if (query.IsEmpty) return true;
        List<string> parts = [.. Beside(text).Prepend(text.Text).Select(part => part.Value)];
        return query.Answers(parts.SelectMany(reader.Read)) && query.AnswersExactly(parts);
    }

    /// <summary>
    /// A part of a text with the words of a search in it, in pieces that are marked or not. What is cut at either end is an ellipsis.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="query">What is searched for; empty marks nothing.</param>
    /// <param name="reader">Reads the words.</param>
    /// <param name="longest">The longest part, in UTF-16 units; at least 40. A text that is not longer is given whole.</param>
    public static ImmutableList<SearchPiece> Excerpt(PlainText text, SearchQuery query, SearchReader reader, int longest)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 40);
        var whole = text.Value;
        List<SearchWord> marked = [.. reader.Read(whole).Where(query.Marks)];
        var (from, to) = Window(whole, marked, longest);
        var pieces = ImmutableList.CreateBuilder<SearchPiece>();
        if (from > 0) pieces.Add(new("… ", false));
        var at = from;
        foreach (var word in marked.Where(word => word.Start >= from && word.Start + word.Length <= to))
        {
            if (word.Start > at) pieces.Add(new(whole[at..word.Start], false));
            pieces.Add(new(whole.Substring(word.Start, word.Length), true));
            at = word.Start + word.Length;
        }

        if (at < to) pieces.Add(new(whole[at..to], false));
        if (to < whole.Length) pieces.Add(new(" …", false));
        return pieces.ToImmutable();
    }

    private static IEnumerable<PlainText> Beside(SearchText text) => [text.Heading, text.Who, text.Theme];

    // The part with the most marked words, the first of several; it begins and ends between words.
    private static (int From, int To) Window(string whole, List<SearchWord> marked, int longest)
    {
        if (whole.Length <= longest) return (0, whole.Length);
        var first = marked.Count == 0
            ? 0
            : marked.MaxBy(word => marked.Count(other => other.Start >= word.Start && EndOf(other) <= word.Start + longest))!.Start;
        // Some words before the first mark, so that one sees what it is about.
        var from = Math.Clamp(first - (longest / 4), 0, whole.Length - longest);
        var to = from + longest;
        if (from > 0)
            from = whole.IndexOf(' ', from, Math.Max(0, Math.Min(first, to) - from)) is >= 0 and var blank ? blank + 1 : Whole(whole, from);
        if (to < whole.Length) to = whole.LastIndexOf(' ', to, to - from) is > 0 and var last && last > from ? last : Whole(whole, to);
        return (from, to);
    }

    private static int EndOf(SearchWord word) => word.Start + word.Length;

    // Never inside a surrogate pair.
    private static int Whole(string text, int place) => char.IsLowSurrogate(text[place]) ? place - 1 : place;
}

/// <summary>A piece of a text that is shown.</summary>
/// <param name="Text">The letters.</param>
/// <param name="IsMarked">Whether it is a word that was searched for.</param>
public sealed record SearchPiece(string Text, bool IsMarked);
