namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A theme that a note may be about.</summary>
/// <param name="Theme">The index of the theme in the lexicon.</param>
/// <param name="Score">How much its words tell, weighed by what kind of theme it is.</param>
/// <param name="Words">The words of the note that tell it, each with its weight.</param>
internal sealed record ThemeCandidate(int Theme, double Score, IReadOnlyList<(string Written, double Weight)> Words);

/// <summary>
/// Ranks the themes of a note. Where a gathering has a subject, what is said («reparasjon er for dyrt») is ranked before what it is said
/// about, and the subject of the gathering last.
/// </summary>
internal sealed class ThemeCandidates
{
    private const double OfFurtherWords = 0.35;

    // Both were chosen on the sets that the lexicon is improved by.
    private const double OfWhatIsSaid = 1.6;
    private const double OfTheSubject = 0.3;

    private readonly double[] _factors;
    private readonly double _evidence;

    public ThemeCandidates(Lexicon lexicon, NoteReader reader, ThemeOptions options)
    {
        _evidence = options.Evidence;
        _factors = [.. lexicon.Themes.Select(_ => 1.0)];
        // Where the notes are of many subjects, the subject parts them as well as what is said.
        if (options.Subject.IsEmpty) return;
        foreach (var (index, theme) in lexicon.Themes.Index())
            if (WideThemes.Of(theme.Key) is { IsSaid: true }) _factors[index] = OfWhatIsSaid;
        foreach (var subject in Told(reader.Read(options.Subject)).Where(subject => subject.Score >= _evidence).ToList())
            _factors[subject.Theme] *= OfTheSubject;
    }

    /// <summary>The themes that a note has enough evidence for, the best first; of equals the one that is mentioned first.</summary>
    public List<ThemeCandidate> Of(NoteReading reading) =>
    [
        .. Told(reading)
            .Where(theme => theme.Score >= _evidence)
            .Select(theme => (theme.First, Candidate: new ThemeCandidate(theme.Theme, theme.Score * _factors[theme.Theme], theme.Words)))
            .OrderByDescending(theme => Math.Round(theme.Candidate.Score, 6))
            .ThenBy(theme => theme.First)
            .ThenBy(theme => theme.Candidate.Theme)
            .Select(theme => theme.Candidate),
    ];

    private static IEnumerable<(int Theme, double Score, int First, IReadOnlyList<(string Written, double Weight)> Words)> Told(
        NoteReading reading
    ) =>
        reading.Hits
            .SelectMany(hit => hit.ThemeWeights.Tells.Select(tell => (tell.Theme, tell.Weight, hit.Written, hit.Place)))
            .GroupBy(tell => tell.Theme)
            .Select(tells =>
            {
                // A repeated word counts once.
                List<(string Written, double Weight)> words =
                [
                    .. tells.GroupBy(tell => tell.Written, StringComparer.OrdinalIgnoreCase)
                        .Select(word => (word.Key, word.Max(tell => tell.Weight))),
                ];
                return (tells.Key, Score(words), tells.Min(tell => tell.Place), (IReadOnlyList<(string, double)>)words);
            });

    // Several words with low weight never outweigh one with high weight.
    private static double Score(List<(string Written, double Weight)> words)
    {
        var strongest = words.Max(word => word.Weight);
        return strongest + ((words.Sum(word => word.Weight) - strongest) * OfFurtherWords);
    }
}
