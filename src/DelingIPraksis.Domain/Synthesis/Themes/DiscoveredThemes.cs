using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Themes that no lexicon knows, found in the notes themselves: words that several of them share. A word founds a theme as soon as enough
/// notes without one have it, and a note that has found its theme stays there: a note that comes later joins, and never moves another.
/// </summary>
internal static class DiscoveredThemes
{
    // Shorter words that are not known are names of people and slips of the pen more often than themes.
    private const int ShortestWord = 4;

    public static IEnumerable<SuggestedTheme> In(IReadOnlyList<(int Index, NoteReading Reading)> notes, int fewest)
    {
        var founded = new List<Found>();
        var byStem = new Dictionary<string, Found>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, List<(int Index, string Written)>>(StringComparer.Ordinal);
        var placed = new HashSet<int>();
        foreach (var (index, reading) in notes)
        {
            var words = reading
                .Unknown.Where(word => word.Stem.Length >= ShortestWord && !word.Stem.All(char.IsDigit))
                .DistinctBy(word => word.Stem)
                .ToList();
            // Of several that fit: the longest word, for it says most.
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
            var found = new Found([.. waiting[founding.Stem]]);
            founded.Add(found);
            byStem[founding.Stem] = found;
            placed.UnionWith(found.Notes.Select(note => note.Index));
        }

        return founded.Select(found => found.ToTheme());
    }

    private static (string Stem, string Written)? Longest(IEnumerable<(string Stem, string Written)> words) =>
        words.OrderByDescending(word => word.Stem.Length).Select(word => ((string, string)?)word).FirstOrDefault();

    private sealed record Found(List<(int Index, string Written)> Notes)
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
