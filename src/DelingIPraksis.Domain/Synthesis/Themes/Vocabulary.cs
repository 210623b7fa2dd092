using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>The weight of a word for each theme; empty when it is known to indicate none.</summary>
internal sealed record ThemeWeights(IReadOnlyList<(int Theme, double Weight)> Tells)
{
    public static ThemeWeights Nothing { get; } = new([]);

    /// <summary>The same with lower weights: as a part of a compound, or misspelt.</summary>
    public ThemeWeights Times(double factor) =>
        Tells.Count == 0 || factor == 1 ? this : new([.. Tells.Select(tell => (tell.Theme, tell.Weight * factor))]);
}

/// <summary>A phrase of several words, by their stems.</summary>
internal sealed record Phrase(string[] Stems, ThemeWeights ThemeWeights);

/// <summary>A lexicon prepared for lookup: by stem, and by the first stem of a phrase.</summary>
internal sealed class Vocabulary
{
    // Prefix of a word that counts in that form only: «=lærere» are teachers, «lære» is not.
    private const char ThisForm = '=';

    private const int ShortestForm = 4;

    // Words near a word must agree on a theme, or they tell of none.
    private const double FewestNear = 1.2;

    private readonly Dictionary<string, ThemeWeights> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThemeWeights> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);
    private readonly Lazy<Misspellings> _misspellings;

    /// <summary>The index of each theme, by its key.</summary>
    public required IReadOnlyDictionary<string, int> Themes { get; init; }

    private Thesaurus _thesaurus = Thesaurus.Empty;

    private Vocabulary() => _misspellings = new(() => new Misspellings(_byStem.Keys));

    public Misspellings Misspellings => _misspellings.Value;

    public static Vocabulary Of(Lexicon lexicon)
    {
        var vocabulary = new Vocabulary
        {
            Themes = lexicon.Themes.Select((theme, index) => (theme.Key, index)).DistinctBy(theme => theme.Key)
                .ToDictionary(theme => theme.Key, theme => theme.index, StringComparer.Ordinal),
        };
        foreach (var word in StopWords.All) vocabulary._byForm[word] = ThemeWeights.Nothing;
        // The words of the themes take precedence over the general words.
        foreach (var text in lexicon.General) vocabulary.Add(text, ThemeWeights.Nothing);
        var told = lexicon.Themes
            .SelectMany((theme, index) => theme.Words.Select(word => (word.Text, Theme: index, word.Weight)))
            .GroupBy(word => KeyOf(word.Text), StringComparer.Ordinal);
        foreach (var same in told)
        {
            var strongest = same.GroupBy(word => word.Theme)
                .Select(theme => (Theme: theme.Key, Weight: theme.Max(word => word.Weight)))
                .OrderBy(tell => tell.Theme)
                .ToList();
            // A word of several themes gets a lower weight in each, as in inverse document frequency, with the themes as documents.
            var rarity = 1 / Math.Sqrt(strongest.Count);
            vocabulary.Add(same.First().Text, new ThemeWeights([.. strongest.Select(tell => (tell.Theme, tell.Weight * rarity))]));
        }

        vocabulary._thesaurus = lexicon.Thesaurus;
        foreach (var phrases in vocabulary._phrases.Values) phrases.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
        return vocabulary;
    }

    /// <summary>The weights of a word, by its form or its stem; null when it is unknown.</summary>
    public ThemeWeights? Find(string word) => Find(word, NorwegianStemmer.Stem(word));

    /// <summary>The same, when the stem is known.</summary>
    public ThemeWeights? Find(string word, string stem) => _byForm.GetValueOrDefault(word) ?? _byStem.GetValueOrDefault(stem);

    /// <summary>The weights of a part of a compound. Stop words and short names are not parts.</summary>
    public ThemeWeights? FindPart(string letters) =>
        letters.Length < ShortestForm ? _byStem.GetValueOrDefault(NorwegianStemmer.Stem(letters)) : Find(letters);

    /// <summary>
    /// The weights of an unknown stem by the words near it: what those that are known tell on average. Null when no thesaurus knows it, or
    /// the words near it point in many directions.
    /// </summary>
    public ThemeWeights? FindNear(string stem)
    {
        List<ThemeWeights> near = [.. _thesaurus.Near(stem).Select(word => Find(word)).OfType<ThemeWeights>()];
        if (near.Count == 0) return null;
        List<(int Theme, double Weight)> tells =
        [
            .. near.SelectMany(word => word.Tells)
                .GroupBy(tell => tell.Theme)
                .Select(theme => (theme.Key, theme.Sum(tell => tell.Weight) / near.Count))
                .Where(theme => theme.Item2 >= FewestNear)
                .OrderBy(theme => theme.Key),
        ];
        return tells.Count == 0 ? null : new ThemeWeights(tells);
    }

    /// <summary>The weights of a known stem.</summary>
    public ThemeWeights FindStem(string stem) => _byStem[stem];

    /// <summary>The phrases that begin with a stem, the longest first.</summary>
    public IReadOnlyList<Phrase> BeginningWith(string stem) => _phrases.GetValueOrDefault(stem) ?? (IReadOnlyList<Phrase>)[];

    private static string KeyOf(string text) => FormOf(text) is { } form ? ThisForm + form : string.Join(' ', StemsOf(text));

    // A short name in capitals is not part of other words: «IKT» is not in «diktet».
    private static string? FormOf(string text) =>
        text[0] == ThisForm ? text[1..] : text.Length <= ShortestForm && text.All(char.IsUpper) ? text.ToLowerInvariant() : null;

    private static string[] StemsOf(string text) => [.. WordTokenizer.Tokenize(text).Select(word => NorwegianStemmer.Stem(word.Lower))];

    private void Add(string text, ThemeWeights sense)
    {
        switch (StemsOf(text))
        {
            case []:
                break;
            case [_] when FormOf(text) is { } form:
                _byForm[form] = sense;
                break;
            case [var stem]:
                _byStem[stem] = sense;
                break;
            case [var first, ..] stems:
                if (!_phrases.TryGetValue(first, out var phrases)) _phrases[first] = phrases = [];
                phrases.RemoveAll(phrase => phrase.Stems.SequenceEqual(stems));
                phrases.Add(new Phrase(stems, sense));
                break;
        }
    }
}
