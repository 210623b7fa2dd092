using System.Globalization;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>How many of the pairs of notes that say the same are found, and how many of those that are found do.</summary>
public static class Duplicates
{
    /// <summary>The share of the true pairs that are found, and of the found pairs that are true.</summary>
    public static (double Recall, double Precision) Measure(LabelledNotes set)
    {
        var (found, true_) = (
            Found(set),
            Pairs(
                set.Labels.Select((label, index) => (label, index))
                    .Where(note => note.label.Length > 0)
                    .GroupBy(note => note.label, note => note.index)
            )
        );
        var both = found.Intersect(true_).Count();
        return (both / (double)true_.Count, both / (double)found.Count);
    }

    internal static void Print()
    {
        var set = LabelledNotes.Read("duplicates");
        var (recall, precision) = Measure(set);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"near-duplicates: recall {recall:0.00}, precision {precision:0.00}, of {set.Notes.Count} notes"
            )
        );
        var true_ = Pairs(
            set.Labels.Select((label, index) => (label, index))
                .Where(note => note.label.Length > 0)
                .GroupBy(note => note.label, note => note.index)
        );
        foreach (var (a, b) in true_.Except(Found(set))) Console.WriteLine($"  missed: {set.Notes[a].Value} | {set.Notes[b].Value}");
        foreach (var (a, b) in Found(set).Except(true_)) Console.WriteLine($"  wrong:  {set.Notes[a].Value} | {set.Notes[b].Value}");
    }

    private static HashSet<(int, int)> Found(LabelledNotes set) =>
        Pairs(NearDuplicates.Find(set.Notes, Lexicon.Standard).Select(group => group.Notes));

    private static HashSet<(int, int)> Pairs(IEnumerable<IEnumerable<int>> groups) =>
        [.. groups.SelectMany(group => group.SelectMany(a => group.Where(b => a < b).Select(b => (a, b))))];
}
