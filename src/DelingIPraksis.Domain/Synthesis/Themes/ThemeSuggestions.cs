using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Suggests themes for notes. First the themes of the lexicon: the theme of a note depends on that note alone, so other notes and their
/// order do not matter. Then, for the remaining notes, words that several of them share. Notes at the end never move the notes before them.
/// </summary>
public static class ThemeSuggestions
{
    private const int WordsShown = 8;
    private const double OfFurtherWords = 0.35;

    /// <summary>Suggests themes for notes.</summary>
    public static ThemeProposal Suggest(IReadOnlyList<PlainText> notes, Lexicon lexicon, ThemeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(lexicon);
        options ??= new ThemeOptions();
        var reader = new NoteReader(lexicon.Vocabulary);
        var guided = new Dictionary<int, List<Finding>>();
        var left = new List<(int Index, NoteReading Reading)>();
        for (var index = 0; index < notes.Count; index++)
        {
            var reading = reader.Read(notes[index]);
            if (Best(index, reading, options) is not ({ } finding, var theme)) left.Add((index, reading));
            else if (guided.TryGetValue(theme, out var findings)) findings.Add(finding);
            else guided[theme] = [finding];
        }

        var themes = guided
            .Select(theme => Suggested(lexicon.Themes[theme.Key], theme.Value))
            .Concat(DiscoveredThemes.In(left, options.FewestShared))
            .OrderByDescending(theme => theme.Notes.Count)
            .ToImmutableList();
        var themed = themes.SelectMany(theme => theme.Notes).Select(note => note.Index).ToHashSet();
        return new ThemeProposal(themes, [.. Enumerable.Range(0, notes.Count).Where(index => !themed.Contains(index))]);
    }

    // The theme with the highest score. When two are equal, the one that is mentioned first.
    private static (Finding? Finding, int Theme) Best(int index, NoteReading reading, ThemeOptions options)
    {
        var best = reading.Hits
            .SelectMany(hit => hit.ThemeWeights.Tells.Select(tell => (tell.Theme, tell.Weight, hit.Written, hit.Place)))
            .GroupBy(tell => tell.Theme)
            .Select(tells =>
                (
                    Theme: tells.Key,
                    Score: Score(tells.Select(tell => (tell.Written, tell.Weight))),
                    First: tells.Min(tell => tell.Place),
                    Tells: tells
                )
            )
            .Where(theme => theme.Score >= options.Evidence)
            .OrderByDescending(theme => Math.Round(theme.Score, 6)).ThenBy(theme => theme.First).ThenBy(theme => theme.Theme)
            .FirstOrDefault();
        return best.Tells is null
            ? (null, -1)
            : (
                new Finding(
                    index,
                    [
                        .. best
                            .Tells.GroupBy(tell => tell.Written, StringComparer.OrdinalIgnoreCase)
                            .Select(word => (word.Key, word.Max(tell => tell.Weight))),
                    ]
                ),
                best.Theme
            );
    }

    // A repeated word counts once. Several words with low weight never outweigh one with high weight.
    private static double Score(IEnumerable<(string Written, double Weight)> tells)
    {
        var weights = tells
            .GroupBy(tell => tell.Written, StringComparer.OrdinalIgnoreCase)
            .Select(word => word.Max(tell => tell.Weight))
            .ToList();
        var strongest = weights.Max();
        return strongest + ((weights.Sum() - strongest) * OfFurtherWords);
    }

    private static SuggestedTheme Suggested(LexiconTheme theme, List<Finding> findings) => new(
        theme.Key,
        theme.Name,
        [.. findings
            .SelectMany(finding => finding.Words)
            .GroupBy(word => word.Written, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(word => word.Sum(one => one.Weight)).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(WordsShown)
            .Select(word => word.Key)],
        [.. findings.Select(finding => new ThemedNote(finding.Index, [.. finding.Words.Select(word => word.Written)]))]);

    private sealed record Finding(int Index, IReadOnlyList<(string Written, double Weight)> Words);
}
