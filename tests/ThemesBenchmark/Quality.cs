using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>How well suggested themes agree with those that somebody gave the notes.</summary>
public static class Quality
{
    /// <summary>The themes suggested for a set, as numbers. A note without a theme is alone.</summary>
    public static int[] Suggested(LabelledNotes set, Granularity granularity = Granularity.Fine, Lexicon? lexicon = null)
    {
        var found = Enumerable.Range(set.Notes.Count, set.Notes.Count).ToArray();
        var options = new ThemeOptions { Granularity = granularity, Subject = set.Subject ?? PlainText.Empty };
        foreach (var (number, theme) in ThemeSuggestions.Suggest(set.Notes, lexicon ?? Lexicon.Standard, options).Themes.Index())
            foreach (var note in theme.Notes) found[note.Index] = number;
        return found;
    }

    internal static void Head()
    {
        Console.WriteLine("| set | notes | labels | ARI | purity | given a theme | themes | words, TF-IDF: ARI | letters, TF-IDF: ARI |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    internal static void Row(string name, Granularity granularity = Granularity.Fine)
    {
        var set = LabelledNotes.Read(name);
        var (truth, found) = (set.Truth(), Suggested(set, granularity));
        var labels = set.Labels.Where(label => label.Length > 0).Distinct().Count();
        string[] notes = [.. set.Notes.Select(note => note.Value)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name}, {granularity} | {notes.Length} | {labels} | {Agreement.AdjustedRand(found, truth):0.00} | "
                + $"{Agreement.Purity(found, truth):0.00} | {found.Count(group => group < notes.Length) / (double)notes.Length:0.00} | "
                + $"{found.Where(group => group < notes.Length).Distinct().Count()} | "
                + $"{Agreement.AdjustedRand(Baseline.ByWords(notes, labels), truth):0.00} | "
                + $"{Agreement.AdjustedRand(Baseline.ByLetters(notes, labels), truth):0.00} |"
        )
        );
    }

    /// <summary>For each label the themes its notes were put in, and the notes that are not where most of their label are.</summary>
    internal static void Mistakes(LabelledNotes set)
    {
        var proposal = ThemeSuggestions.Suggest(
            set.Notes,
            Lexicon.Standard,
            new ThemeOptions { Granularity = Granularity.Medium, Subject = set.Subject ?? PlainText.Empty }
        );
        var themes = proposal
            .Themes.SelectMany(theme =>
                theme.Notes.Select(note => (note.Index, Theme: theme.Key ?? "«" + theme.Name.Bokmal + "»", note.Words))
            )
            .ToDictionary(note => note.Index);
        foreach (var label in set.Labels.Select((label, index) => (label, index)).GroupBy(note => note.label, note => note.index))
        {
            var counts = label
                .CountBy(index => themes.TryGetValue(index, out var theme) ? theme.Theme : "-")
                .OrderByDescending(count => count.Value)
                .ToList();
            Console.WriteLine(
                $"\n{(label.Key.Length == 0 ? "(none)" : label.Key)}: "
                    + $"{string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))}"
            );
            var most = label.Key.Length == 0 ? "-" : counts[0].Key;
            foreach (var index in label)
            {
                var (theme, words) = themes.TryGetValue(index, out var found) ? (found.Theme, string.Join(", ", found.Words)) : ("-", "");
                if (theme != most || most == "-" && theme != "-") Console.WriteLine($"    {theme,-14} [{words}]  {set.Notes[index].Value}");
            }
        }
    }
}
