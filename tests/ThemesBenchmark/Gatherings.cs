using System.Globalization;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>The figures of one gathering at a time, as a desk meets them, with how far chance alone moves them.</summary>
public static class Gatherings
{
    private const int Draws = 400;

    internal static void Print(string name, Func<LabelledNotes, int[]> suggested, string how)
    {
        Console.WriteLine($"{name}: {how}");
        Console.WriteLine("| gathering | notes | labels | ARI | 90 % of draws | purity | given a theme | themes |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var set in LabelledNotes.ReadGatherings(name))
        {
            var (truth, found) = (set.Truth(), suggested(set));
            var (low, high) = Spread(truth, found);
            var themed = found.Where(group => group < set.Notes.Count).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {set.Subject} | {set.Notes.Count} | {set.Labels.Where(label => label.Length > 0).Distinct().Count()} | "
                    + $"{Agreement.AdjustedRand(found, truth):0.00} | {low:0.00}–{high:0.00} | {Agreement.Purity(found, truth):0.00} | "
                    + $"{themed.Count / (double)set.Notes.Count:0.00} | {themed.Distinct().Count()} |"));
        }
    }

    // Notes drawn with replacement (Efron's bootstrap). A note that is drawn twice counts once, as its pair with itself would flatter.
    private static (double Low, double High) Spread(int[] truth, int[] found)
    {
        var random = new Random(truth.Length);
        List<double> drawn = [.. Enumerable.Range(0, Draws).Select(_ =>
        {
            List<int> notes = [.. Enumerable.Range(0, truth.Length).Select(_ => random.Next(truth.Length)).Distinct()];
            return Agreement.AdjustedRand(notes.ConvertAll(note => found[note]), notes.ConvertAll(note => truth[note]));
        }).Order()];
        return (drawn[Draws / 20], drawn[Draws - 1 - (Draws / 20)]);
    }
}
