using System.Collections.Immutable;
namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A theme that notes are placed in: one of the lexicon, or a wide one.</summary>
internal sealed record PlacedTheme(string Key, ThemeName Name);

/// <summary>A note in its theme.</summary>
/// <param name="Index">The index of the note among the given notes.</param>
/// <param name="Theme">Where it is placed.</param>
/// <param name="Words">The words that it is placed there by.</param>
/// <param name="Ranked">All themes it may be about, the best first, each as it would be placed.</param>
internal sealed record PlacedNote(
    int Index,
    PlacedTheme Theme,
    IReadOnlyList<(string Written, double Weight)> Words,
    IReadOnlyList<(PlacedTheme Theme, ThemeCandidate Candidate)> Ranked);

/// <summary>Places each note in one theme, as finely as asked for.</summary>
internal static class ThemePlacing
{
    private const int FewestInTheme = 3;

    // The themes of a large gathering are larger: one note in 40 and more.
    private const int OneIn = 40;

    public static List<PlacedNote> Place(
        IReadOnlyList<(int Index, List<ThemeCandidate> Candidates)> notes,
        Lexicon lexicon,
        Granularity granularity
    )
    {
        var fine = lexicon.Themes.ConvertAll(theme => new PlacedTheme(theme.Key, theme.Name));
        var wide = lexicon.Themes.ConvertAll(theme =>
            WideThemes.Of(theme.Key) is { } of ? new PlacedTheme(of.Key, of.Name) : new PlacedTheme(theme.Key, theme.Name));
        return granularity switch
        {
            Granularity.Fine => [.. notes.Select(note => Placed(note, fine))],
            Granularity.Wide => [.. notes.Select(note => Placed(note, wide))],
            _ => Folded(notes, fine, wide),
        };
    }

    private static PlacedNote Placed((int Index, List<ThemeCandidate> Candidates) note, ImmutableList<PlacedTheme> places)
    {
        var ranked = note.Candidates.ConvertAll(candidate => (Theme: places[candidate.Theme], candidate));
        return new(note.Index, ranked[0].Theme, note.Candidates[0].Words, ranked);
    }

    // Themes with too few notes give them up, the smallest first: each note goes to the best of its other themes that is large enough, or
    // to the wide theme of its best one.
    private static List<PlacedNote> Folded(
        IReadOnlyList<(int Index, List<ThemeCandidate> Candidates)> notes,
        ImmutableList<PlacedTheme> fine,
        ImmutableList<PlacedTheme> wide
    )
    {
        var fewest = Math.Max(FewestInTheme, notes.Count / OneIn);
        var sizes = notes.CountBy(note => note.Candidates[0].Theme).ToDictionary();
        var large = sizes.Where(theme => theme.Value >= fewest).Select(theme => theme.Key).ToHashSet();
        return [.. notes.Select(note =>
        {
            var ranked = note.Candidates.ConvertAll(candidate =>
                (Theme: large.Contains(candidate.Theme) ? fine[candidate.Theme] : wide[candidate.Theme], candidate));
            var best = ranked.Find(one => large.Contains(one.candidate.Theme) && one.candidate.Score >= OfBest * note.Candidates[0].Score);
            var (theme, words) = best.candidate is { } other ? (best.Theme, other.Words) : (ranked[0].Theme, note.Candidates[0].Words);
            return new PlacedNote(note.Index, theme, words, ranked);
        })];
    }

    // A note leaves a small theme for another of its own only when that tells nearly as much.
    private const double OfBest = 0.5;
}
