using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Words to compare with other texts word by word. Case, punctuation and line breaks are ignored, and so are the addresses of links that
/// have words: a link in the middle of a sentence does not part its words. Those addresses are compared by themselves.
/// </summary>
internal sealed class Wording
{
    // Fewer words than this in a row are too common to belong to anybody.
    private const int LeastInside = 4;

    // Characters that a sentence, a line or a quotation begins and ends with.
    private static readonly SearchValues<char> Partings = SearchValues.Create(".!?…;•\"«»„“”‹›\n\r\u2028\u2029");

    private readonly ImmutableArray<string> _words;
    private readonly ImmutableArray<Range> _places;
    private readonly Dictionary<string, int> _counts;
    private readonly IReadOnlyList<TextLink> _links;

    public Wording(PlainText text)
    {
        Text = text;
        _links = TextLinks.In(text.Value);
        (_words, _places) = Read(text.Value, _links);
        _counts = _words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    public PlainText Text { get; }

    /// <summary>Whether it has enough words in a row to be distinctive. Shorter wordings are found only where they stand alone.</summary>
    public bool IsDistinctive => _words.Length >= LeastInside;

    /// <summary>
    /// Whether these words stand in another text, verbatim or nearly so: as the whole text; from four words on, anywhere in it; with fewer
    /// words, as a sentence, a line or a quotation of its own.
    /// </summary>
    public bool IsContainedIn(Wording other) => IsNear(other) || PlaceIn(other, 0) >= 0 || LinkIn(other) is not null;

    /// <summary>
    /// Whether an address says these words («…/vi-mangler-penger-til-bygg»), or is one of the addresses in this text. The front page of a
    /// site is anybody's.
    /// </summary>
    public bool IsIn(Uri address) =>
        (address.AbsolutePath.Length > 1 || address.Query.Length > 0)
        && (_links.Any(link => link.Address == address) || (IsDistinctive && Holds(Uri.UnescapeDataString(address.PathAndQuery))));

    /// <summary>Whether the two are the same, or share four fifths of the words of the longer one.</summary>
    public bool IsNear(Wording other)
    {
        var longest = Math.Max(_words.Length, other._words.Length);
        if (longest == 0) return Text == other.Text;
        // The shorter one has too few words to share four fifths.
        if (5 * Math.Min(_words.Length, other._words.Length) < 4 * longest) return false;
        var shared = _counts.Sum(word => Math.Min(word.Value, other._counts.GetValueOrDefault(word.Key)));
        return 5 * shared >= 4 * longest;
    }

    /// <summary>
    /// The other text with these words replaced wherever they stand in it, or null when they do not. A link that has some of them, or whose
    /// address says them, loses its address.
    /// </summary>
    public PlainText? Replace(Wording other, PlainText by)
    {
        if (LinkIn(other) is { } link)
        {
            var words = link.IsBare ? (PlainText)"…" : link.Words;
            var without = new Wording($"{other.Text.Value[..link.Start]}{words}{other.Text.Value[link.End..]}");
            return Replace(without, by) ?? without.Text;
        }

        var replaced = new StringBuilder();
        var kept = 0;
        for (var found = PlaceIn(other, 0); found >= 0; found = PlaceIn(other, found + _words.Length))
        {
            replaced.Append(other.Text.Value, kept, other._places[found].Start.Value - kept).Append(by.Value);
            kept = other._places[found + _words.Length - 1].End.Value;
        }

        return kept == 0 ? (PlainText?)null : new PlainText(replaced.Append(other.Text.Value.AsSpan(kept)).ToString());
    }

    // The first link of another text that these words stand in, partly or wholly, or whose address says them.
    private TextLink? LinkIn(Wording other)
    {
        if (other._links.Count == 0) return null;
        if (other._links.FirstOrDefault(link => IsIn(link.Address)) is { } said) return said;
        for (var found = PlaceIn(other, 0); found >= 0; found = PlaceIn(other, found + _words.Length))
        {
            var (start, end) = (other._places[found].Start.Value, other._places[found + _words.Length - 1].End.Value);
            if (other._links.FirstOrDefault(link => !link.IsBare && link.Start < end && start < link.End) is { } cut) return cut;
        }

        return null;
    }

    private bool Holds(string text)
    {
        var words = Read(text, []).Words;
        for (var start = 0; start + _words.Length <= words.Length; start++)
            if (words.AsSpan(start, _words.Length).SequenceEqual(_words.AsSpan())) return true;
        return false;
    }

    // The index of the first word from which these words stand in the other, or -1.
    private int PlaceIn(Wording other, int from)
    {
        if (_words.Length == 0 || !other._counts.ContainsKey(_words[0])) return -1;
        for (var start = from; start + _words.Length <= other._words.Length; start++)
            if (
                other._words.AsSpan(start, _words.Length).SequenceEqual(_words.AsSpan())
                && (IsDistinctive || other.StandAlone(start, start + _words.Length))
            )
                return start;
        return -1;
    }

    private bool StandAlone(int start, int end) =>
        (start == 0 || Parted(_places[start - 1].End.Value, _places[start].Start.Value))
        && (end == _words.Length || Parted(_places[end - 1].End.Value, _places[end].Start.Value));

    private bool Parted(int from, int to) =>
        Text.Value.AsSpan(from, to - from) is var between
        && (between.ContainsAny(Partings) || between.Contains(" / ", StringComparison.Ordinal));

    private static (ImmutableArray<string> Words, ImmutableArray<Range> Places) Read(string text, IReadOnlyList<TextLink> links)
    {
        var next = 0;
        var words = ImmutableArray.CreateBuilder<string>();
        var places = ImmutableArray.CreateBuilder<Range>();
        var start = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            while (next < links.Count && at >= links[next].End) next++;
            // Of a link with words, only the words are read.
            var unseen = next < links.Count && links[next] is { IsBare: false } link && at >= link.WordsStart + link.Words.Length;
            if (!unseen && Rune.IsLetterOrDigit(rune)) start = start < 0 ? at : start;
            else End(at);
            at += rune.Utf16SequenceLength;
        }

        End(at);
        return (words.ToImmutable(), places.ToImmutable());

        void End(int end)
        {
            if (start < 0) return;
            words.Add(text[start..end].ToLowerInvariant());
            places.Add(start..end);
            start = -1;
        }
    }
}
