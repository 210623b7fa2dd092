using System.Collections.Frozen;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Reads notes in English, by English words for the same themes. A Norwegian lexicon finds chance in them: «it» is no technology, and «by»
/// no town.
/// </summary>
internal static class EnglishNotes
{
    private const double Weight = 2.5;

    // Function words that are no Norwegian words. «for», «in», «at», «no», «over», «under» and «man» are both.
    private static readonly FrozenSet<string> Function = """
            the of and to we is are was were it its has have had that this these those not from with be been can cannot could must should
            would will do does did done who what which when where how why they them their our your you us he she nobody nothing anything
            everybody all any every more most much many than then too only also very but because if into out up down on as by or an
            nowhere there here need needs get gets got make makes makes take takes put run runs one two three new good hard know knows
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Themes = LexiconText.Lines(LexiconText.Resource("english.txt"))
        .Select(line => line.Split(':', 2))
        .SelectMany(line => LexiconText.Items(line[1]).Select(word => (Word: word, Theme: line[0])))
        .GroupBy(word => Form(word.Word), word => word.Theme)
        .ToFrozenDictionary(word => word.Key, word => word.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Whether more of the words are English alone than Norwegian.</summary>
    public static bool IsEnglish(IReadOnlyList<Norwegian.WordToken> words, Func<string, bool> isNorwegian)
    {
        var (english, norwegian, sure) = (0, 0, false);
        foreach (var word in words)
        {
            if (Function.Contains(word.Lower)) (english, sure) = (english + 1, true);
            else if (Themes.ContainsKey(Form(word.Lower)) && !isNorwegian(word.Lower)) english++;
            else if (isNorwegian(word.Lower)) norwegian++;
        }

        return english > norwegian && (sure ? english >= 2 : english >= 2 && norwegian == 0);
    }

    /// <summary>The words that indicate themes.</summary>
    public static IEnumerable<Hit> Read(IReadOnlyList<Norwegian.WordToken> words, IReadOnlyDictionary<string, int> indexes) =>
        from word in words.Index()
        let themes = Themes.GetValueOrDefault(Form(word.Item.Lower), []).Where(indexes.ContainsKey).ToList()
        where themes.Count > 0
        select new Hit(
            word.Item.Written,
            word.Index,
            new ThemeWeights([.. themes.Select(theme => (indexes[theme], Weight / Math.Sqrt(themes.Count)))])
        );

    private static string Form(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}
