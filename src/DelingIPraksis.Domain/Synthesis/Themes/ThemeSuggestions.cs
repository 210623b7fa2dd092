using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Suggests themes for notes. First the themes of the lexicon: the theme of a note depends on that note alone, so other notes and their
/// order do not matter. Then, for the remaining notes, words that several of them share. Notes at the end never move the notes before them,
/// unless small themes are to be folded into others (<see cref="Granularity"/>).
/// </summary>
public static class ThemeSuggestions
{
    private const int WordsShown = 8;

    // A second theme is told when its words tell nearly as much as those of the first.
    private const double OfSecond = 0.6;

    /// <summary>Suggests themes for notes.</summary>
    public static ThemeProposal Suggest(IReadOnlyList<PlainText> notes, Lexicon lexicon, ThemeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(lexicon);
        options ??= new ThemeOptions();
        var reader = new NoteReader(lexicon.Vocabulary);
        var candidates = new ThemeCandidates(lexicon, reader, options);
        var ranked = new List<(int Index, List<ThemeCandidate> Candidates)>();
        var left = new List<(int Index, NoteReading Reading)>();
        for (var index = 0; index < notes.Count; index++)
        {
            var reading = reader.Read(notes[index]);
            if (candidates.Of(reading) is { Count: > 0 } found) ranked.Add((index, found));
            else left.Add((index, reading));
        }

        var placed = ThemePlacing.Place(ranked, lexicon, options.Granularity);
        var themes = placed
            .GroupBy(note => note.Theme)
            .Select(theme => Suggested(theme.Key, [.. theme]) with { Also = SecondsIn(theme.Key, placed) })
            .Concat(DiscoveredThemes.In(left, options.FewestShared))
            .OrderByDescending(theme => theme.Notes.Count)
            .ToImmutableList();
        var themed = themes.SelectMany(theme => theme.Notes).Select(note => note.Index).ToHashSet();
        return new ThemeProposal(themes, [.. Enumerable.Range(0, notes.Count).Where(index => !themed.Contains(index))]);
    }

    private static ImmutableList<ThemedNote> SecondsIn(PlacedTheme theme, List<PlacedNote> placed) =>
    [
        .. placed
            .Where(note => note.Theme != theme)
            .Select(note => (note, Second: note.Ranked.Skip(1).FirstOrDefault(one => one.Theme != note.Theme)))
            .Where(note => note.Second.Theme == theme && note.Second.Candidate.Score >= OfSecond * note.note.Ranked[0].Candidate.Score)
            .Select(note => new ThemedNote(note.note.Index, [.. note.Second.Candidate.Words.Select(word => word.Written)])),
    ];

    private static SuggestedTheme Suggested(PlacedTheme theme, List<PlacedNote> notes) => new(
        theme.Key,
        theme.Name,
        [.. notes
            .SelectMany(note => note.Words)
            .GroupBy(word => word.Written, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(word => word.Sum(one => one.Weight)).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(WordsShown)
            .Select(word => word.Key)],
        [.. notes.Select(note => new ThemedNote(note.Index, [.. note.Words.Select(word => word.Written)]))]);
}
