using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Finds themes that are not in the lexicon: words that several notes share. A word becomes a theme as soon as enough notes without a theme
/// have it. A note that has a theme keeps it: a later note can join, and never moves another.
/// </summary>
internal static class DiscoveredThemes
{
    // Shorter unknown words are more often names of people and misspellings than themes.
    private const int ShortestWord = 4;

    public static IEnumerable<SuggestedTheme> In(IReadOnlyList<(int Index, NoteReading Reading)> notes, int fewest)
    {
        var founded = new List<DiscoveredTheme>();
        var byStem = new Dictionary<string, DiscoveredTheme>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, List<(int Index, string Written)>>(StringComparer.Ordinal);
        var placed = new HashSet<int>();
        foreach (var (index, reading) in notes)
        {
            var words = reading
                .Unknown.Where(word => word.Stem.Length >= ShortestWord && !word.Stem.All(char.IsDigit))
                .DistinctBy(word => word.Stem)
                .ToList();
            // When several words match, the longest one, because it is the most specific.
            if (Longest(words.Where(word => byStem.ContainsKey(word.Stem))) is { } joined)
            {
                byStem[joined.Stem].Notes.Add((index, joined.Written));
                placed.Add(index);
                continue;
            }

            foreach (var word in words)
            {
                if (!waiting.TryGetValue(word.Stem, out var others)) waiting[word.Stem] = others = [];
                others.RemoveAll(other => placed.Contains(other.Index));
                others.Add((index, word.Written));
            }

            if (Longest(words.Where(word => waiting[word.Stem].Count >= fewest)) is not { } founding) continue;
            var found = new DiscoveredTheme([.. waiting[founding.Stem]]);
            founded.Add(found);
            byStem[founding.Stem] = found;
            placed.UnionWith(found.Notes.Select(note => note.Index));
        }

        return founded.Select(found => found.ToTheme());
    }

    private static (string Stem, string Written)? Longest(IEnumerable<(string Stem, string Written)> words) =>
        words.OrderByDescending(word => word.Stem.Length).Select(word => ((string, string)?)word).FirstOrDefault();

    private sealed record DiscoveredTheme(List<(int Index, string Written)> Notes)
    {
        public SuggestedTheme ToTheme()
        {
            var words = Notes
                .GroupBy(note => note.Written, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(word => word.Count()).ThenBy(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Select(word => word.Key)
                .ToImmutableList();
            return new SuggestedTheme(
                null,
                ThemeName.AsWritten(Capitalised(words[0])),
                words,
                [.. Notes.Select(note => new ThemedNote(note.Index, [note.Written]))]
            );
        }

        private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    }
}
