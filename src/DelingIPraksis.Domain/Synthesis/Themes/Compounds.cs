using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A part of a compound.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="ThemeWeights">The themes that it indicates, or null when the part is unknown.</param>
/// <param name="Length">How many letters it has.</param>
internal readonly record struct CompoundPart(string Stem, ThemeWeights? ThemeWeights, int Length);

/// <summary>
/// Splits a compound by the known words: «innkjøpsreglement» is «innkjøp» and «reglement». The fewest and longest parts win. One
/// part may be unknown when the part beside it is long enough to be no coincidence: «energi» in «energilekkasje», but not «mat» in
/// «automat».
/// </summary>
internal static class Compounds
{
    private const int ShortestPart = 3;
    private const int ShortestBesideUnknown = 5;
    private const int LongestWord = 60;
    private const double UnknownCost = 2.5;

    /// <summary>The parts in order, or empty when it is not a compound of known words.</summary>
    public static IReadOnlyList<CompoundPart> Split(string word, Func<string, ThemeWeights?> find)
    {
        // «synlege» is «synlig», and does not contain «lege» (doctor).
        word = SpellingPairs.Joined(word);
        if (word.Length is < 2 * ShortestPart or > LongestWord || !word.All(char.IsLetter)) return [];
        // best[number of unknown parts, end]: the cheapest reading of the letters up to end, and where its last part begins.
        var best = new Reading[2, word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
            best[0, end] = best[1, end] = Reading.None;
        best[1, 0] = Reading.None;
        for (var end = ShortestPart; end <= word.Length; end++)
            for (var start = 0; start <= end - ShortestPart; start++)
            {
                if ((best[0, start].Cost == double.MaxValue && best[1, start].Cost == double.MaxValue)
                    || (start == 0 && end == word.Length))
                    continue;
                var letters = word[start..end];
                if (!NorwegianStemmer.HasVowel(letters)) continue;
                var part = new CompoundPart(NorwegianStemmer.Stem(letters), find(letters), letters.Length);
                for (var unknown = 0; unknown <= 1; unknown++)
                {
                    if (best[unknown, start].Cost == double.MaxValue || (part.ThemeWeights is null && unknown == 1)) continue;
                    var cost = best[unknown, start].Cost + (part.ThemeWeights is null ? UnknownCost + (letters.Length * 0.02) : 1);
                    var used = part.ThemeWeights is null ? 1 : unknown;
                    if (cost < best[used, end].Cost) best[used, end] = new Reading(cost, start, unknown, part);
                }
            }

        var whole = best[0, word.Length].Cost <= best[1, word.Length].Cost ? 0 : 1;
        if (best[whole, word.Length].Cost == double.MaxValue) return [];
        var parts = Parts(best, whole, word.Length);
        return whole == 0 || IsNoChance(parts) ? parts : [];
    }

    private static bool IsNoChance(IReadOnlyList<CompoundPart> parts) =>
        parts.All(part => part.ThemeWeights is null || part.Length >= ShortestBesideUnknown);

    private static List<CompoundPart> Parts(Reading[,] best, int used, int end)
    {
        var parts = new List<CompoundPart>();
        while (end > 0)
        {
            var reading = best[used, end];
            parts.Add(reading.Last);
            (used, end) = (reading.UnknownBefore, reading.Start);
        }

        parts.Reverse();
        return parts;
    }

    private readonly record struct Reading(double Cost, int Start, int UnknownBefore, CompoundPart Last)
    {
        public static Reading None { get; } = new(double.MaxValue, 0, 0, default);
    }
}
