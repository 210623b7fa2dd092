using System.Collections.Frozen;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Words that mean the same in notes of this kind.</summary>
internal static class Synonyms
{
    // The concept of each stem, and its weight.
    private static readonly FrozenDictionary<string, (string Concept, double Weight)> ByStem = Read();

    /// <summary>The concept of a stem, and its weight; null when the stem is its own concept.</summary>
    public static (string Concept, double Weight)? Of(string stem) => ByStem.TryGetValue(stem, out var meaning) ? meaning : null;

    private static FrozenDictionary<string, (string, double)> Read()
    {
        var byStem = new Dictionary<string, (string, double)>(StringComparer.Ordinal);
        foreach (var line in LexiconText.Lines(LexiconText.Resource("synonyms.txt")))
        {
            // A line in parentheses has words with little meaning: more or less, want and should.
            var isWeak = line[0] == '(';
            string[] stems = [.. LexiconText.Items(line.Trim('(', ')')).Select(NorwegianStemmer.Stem)];
            foreach (var stem in stems) byStem.TryAdd(stem, (stems[0], isWeak ? 0.5 : 1));
        }

        return byStem.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
