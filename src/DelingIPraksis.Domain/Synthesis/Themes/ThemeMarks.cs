using System.Collections.Immutable;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>The theme of a text, so that the same theme is met again in another gathering, in other words.</summary>
/// <param name="Key">
/// The key of the theme in the lexicon; for a name that the lexicon does not know, the stems of the name after a tilde.
/// </param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">The words that caused it, as they were written.</param>
public sealed record ThemeMark(string Key, ThemeName Name, ImmutableList<string> Words);

/// <summary>Finds the themes of texts from several gatherings.</summary>
public static class ThemeMarks
{
    // Before a key that is no key of the lexicon: no key there begins so.
    private const string Own = "~";

    /// <summary>
    /// The theme of each text, or null. What people called it comes first: «Kollektivtransport» one year and «kollektivtransporten» another
    /// are one theme. Otherwise the words of the text decide, and at last words that several of the texts share.
    /// </summary>
    /// <param name="texts">Each text, with the group or the theme that people put it under; empty when they did not.</param>
    /// <param name="lexicon">The themes and their words.</param>
    public static IReadOnlyList<ThemeMark?> Of(IReadOnlyList<(PlainText Text, PlainText Label)> texts, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(lexicon);
        var marks = new ThemeMark?[texts.Count];
        var labels = LabelsOf(texts, lexicon);
        List<int> rest = [];
        for (var place = 0; place < texts.Count; place++)
            if (labels.TryGetValue(texts[place].Label, out var labelled)) marks[place] = labelled;
            else rest.Add(place);
        foreach (var theme in ThemeSuggestions.Suggest(rest.ConvertAll(place => texts[place].Text), lexicon).Themes)
            foreach (var note in theme.Notes)
                marks[rest[note.Index]] = new ThemeMark(theme.Key ?? KeyOf(theme.Name.Bokmal), theme.Name, note.Words);
        return marks;
    }

    private static Dictionary<PlainText, ThemeMark> LabelsOf(IReadOnlyList<(PlainText Text, PlainText Label)> texts, Lexicon lexicon)
    {
        List<PlainText> labels = [.. texts.Select(text => text.Label).Where(label => KeyOf(label.Value) != Own).Distinct()];
        // A name is short: one word of a theme is enough, and words that names share make no theme.
        var meant = ThemeSuggestions
            .Suggest(labels, lexicon, new ThemeOptions { FewestShared = int.MaxValue })
            .Themes.SelectMany(theme => theme.Notes.Select(note => (note.Index, theme.Key)))
            .ToDictionary(found => found.Index, found => found.Key);
        // One name for all spellings of a theme that only people have named: the one that is used most.
        var names = texts
            .GroupBy(text => KeyOf(text.Label.Value))
            .ToDictionary(same => same.Key, same => same.CountBy(text => text.Label).MaxBy(count => count.Value).Key);
        return labels.Index().ToDictionary(label => label.Item, label =>
        {
            var words = ImmutableList.Create(label.Item.Value);
            var theme = lexicon.Named(label.Item.Value)
                ?? (meant.GetValueOrDefault(label.Index) is { } key ? lexicon.Find(key) : null);
            return theme is null
                ? new ThemeMark(KeyOf(label.Item.Value), ThemeName.AsWritten(names[KeyOf(label.Item.Value)].Value), words)
                : new ThemeMark(theme.Key, theme.Name, words);
        });
    }

    private static string KeyOf(string name) => Own + string.Join(
        '-',
        WordTokenizer.Tokenize(name).Select(word => word.Lower).Where(word => !StopWords.Contains(word)).Select(NorwegianStemmer.Stem)
    );
}
