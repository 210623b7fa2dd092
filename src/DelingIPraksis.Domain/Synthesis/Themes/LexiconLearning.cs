using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A grouping that an editor has accepted, as suggested or after moving notes.</summary>
/// <param name="Key">The theme of the lexicon, or null for the editors' own theme.</param>
/// <param name="Name">Its name.</param>
/// <param name="Notes">The notes in it.</param>
public sealed record AcceptedGrouping(string? Key, ThemeName Name, IReadOnlyList<PlainText> Notes);

/// <summary>
/// What a network's lexicon learns from accepted groupings: words that are not in the lexicon, that several notes of a group have, and that
/// other groups hardly have. A removed word is never learnt again.
/// </summary>
public static class LexiconLearning
{
    private const int FewestNotes = 2;
    private const int ShortestWord = 4;
    private const int LongestWord = 60;
    private const double OwnShare = 0.75;

    /// <summary>The network's lexicon with the learnt words. Learning the same groupings twice changes nothing.</summary>
    /// <param name="network">The network's lexicon before.</param>
    /// <param name="standard">The lexicon it extends.</param>
    /// <param name="groupings">All groupings that were accepted at once. Words must distinguish each from the others.</param>
    /// <param name="from">Where it was learnt, such as the title of the gathering. Shown beside each word.</param>
    /// <param name="others">Notes in other groups. Words must distinguish the groupings from these too.</param>
    public static NetworkLexicon Learn(
        this NetworkLexicon network,
        Lexicon standard,
        IReadOnlyList<AcceptedGrouping> groupings,
        string from,
        IReadOnlyList<PlainText>? others = null
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(groupings);
        var known = network.On(standard).Vocabulary;
        var groups = groupings.Select(grouping => (grouping, Words: WordsOf(grouping.Notes))).ToList();
        var everywhere = groups
            .SelectMany(group => group.Words)
            .Concat(WordsOf(others ?? []))
            .GroupBy(word => word.Key, word => word.Value.Count, StringComparer.Ordinal)
            .ToDictionary(stem => stem.Key, stem => stem.Sum(), StringComparer.Ordinal);
        foreach (var (grouping, words) in groups)
        {
            var key = grouping.Key ?? OwnKey(grouping.Name);
            var learnt = words
                .Where(word =>
                    word.Value.Count >= FewestNotes
                    && word.Value.Count >= OwnShare * everywhere[word.Key]
                    && known.Find(word.Value[0], word.Key) is null
                )
                .Where(word => !network.HasRemoved(key, word.Value[0]))
                .OrderByDescending(word => word.Value.Count).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Select(word => new OwnWord(key, new LexiconWord(word.Value[0], 2, new WordOrigin(from, word.Value.Count))))
                .ToList();
            if (learnt.Count == 0) continue;
            if (standard.Find(key) is null) network = network.With(new OwnTheme(key, grouping.Name));
            network = learnt.Aggregate(network, (lexicon, word) => lexicon.With(word));
        }

        return network;
    }

    /// <summary>The key of a network's own theme, derived from its name.</summary>
    public static string OwnKey(ThemeName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "own-" + string.Join('-', WordTokenizer.Tokenize(name.Bokmal).Select(word => word.Lower));
    }

    // For each stem, the words of the notes that have it, one for each note.
    private static Dictionary<string, List<string>> WordsOf(IReadOnlyList<PlainText> notes) => notes
        .SelectMany(note => WordTokenizer.Tokenize(note.Value)
            .Where(word => !word.Lower.All(char.IsDigit))
            .Select(word => (Stem: NorwegianStemmer.Stem(word.Lower), word.Lower))
            .Where(word => word.Stem.Length >= ShortestWord && word.Lower.Length <= LongestWord)
            .DistinctBy(word => word.Stem))
        .GroupBy(word => word.Stem, word => word.Lower, StringComparer.Ordinal)
        .ToDictionary(stem => stem.Key, stem => stem.ToList(), StringComparer.Ordinal);
}
