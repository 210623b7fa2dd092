using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>The concepts of a note with their weights. Word order and stop words are ignored.</summary>
internal sealed class Concepts(IReadOnlyDictionary<string, double> weights)
{
    private const double LookForSlips = 0.3;

    public IReadOnlyDictionary<string, double> Weights { get; } = weights;

    private double Total { get; } = weights.Values.Sum();

    /// <summary>How similar two notes are, from 0 to 1.</summary>
    public double SimilarityTo(Concepts other)
    {
        if (Total == 0 || other.Total == 0) return 0;
        var common = 0.0;
        foreach (var (concept, weight) in Weights)
            if (other.Weights.TryGetValue(concept, out var theirs)) common += weight + theirs;
        // Misspellings are searched for only when the rest is similar, because the search is expensive.
        if (common >= LookForSlips * (Total + other.Total))
            foreach (var (concept, weight) in Weights.Where(concept => !other.Weights.ContainsKey(concept.Key)))
                if (other.Weights.Keys.FirstOrDefault(near => !Weights.ContainsKey(near) && IsMeant(near, concept)) is { } slip)
                    common += weight + other.Weights[slip];
        return Math.Min(1, common / (Total + other.Total));
    }

    /// <summary>The rarest concepts. Two notes that are similar enough always share at least one of them.</summary>
    public IReadOnlyList<string> Distinctive(double near, Dictionary<string, int> frequency)
    {
        var telling = new List<string>();
        var rest = Total;
        foreach (
            var (concept, weight) in Weights
                .OrderBy(concept => frequency[concept.Key])
                .ThenBy(concept => concept.Key, StringComparer.Ordinal)
        )
        {
            // The remaining concepts cannot make two notes similar enough.
            if (rest < near / 2 * Total) break;
            telling.Add(concept);
            rest -= weight;
        }

        return telling;
    }

    private static bool IsMeant(string one, string other) =>
        one.Length >= 5 && other.Length >= 5 && one[0] == other[0] && Misspellings.AreNear(one, other);
}

/// <summary>Reads notes as concepts. Caches the words it has read; use one instance for one run.</summary>
internal sealed class ConceptReader(Vocabulary vocabulary)
{
    // Words that many notes have, whatever they are about.
    private const double OfGeneral = 0.6;
    private const int ShortestCompound = 8;

    private readonly Dictionary<string, IReadOnlyList<(string Concept, double Weight)>> _met = new(StringComparer.Ordinal);

    public Concepts Read(PlainText note)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in WordTokenizer.Tokenize(note.Value))
        {
            if (!_met.TryGetValue(word.Lower, out var concepts)) _met[word.Lower] = concepts = [.. Of(word.Lower)];
            foreach (var (concept, weight) in concepts) weights.TryAdd(concept, weight);
        }

        return new Concepts(weights);
    }

    private IEnumerable<(string Concept, double Weight)> Of(string word)
    {
        if (StopWords.Contains(word)) return [];
        var stem = NorwegianStemmer.Stem(word);
        if (vocabulary.Find(word, stem) is null && vocabulary.Misspellings.Correct(stem) is { } meant) (word, stem) = (meant, meant);
        if (Synonyms.Of(stem) is { } meaning) return [meaning];
        // «erfaringsdeling» and «deling av erfaringer» say the same.
        return word.Length >= ShortestCompound && Compounds.Split(word, Known) is { Count: > 0 } parts
            ? parts.Select(part => Synonyms.Of(part.Stem) ?? (part.Stem, Weight(part.ThemeWeights)))
            : [(stem, Weight(vocabulary.Find(word, stem)))];
    }

    private static double Weight(ThemeWeights? sense) => sense is { Tells.Count: 0 } ? OfGeneral : 1;

    private ThemeWeights? Known(string word) =>
        vocabulary.FindPart(word) ?? (Synonyms.Of(NorwegianStemmer.Stem(word)) is null ? null : ThemeWeights.Nothing);
}
