using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>Time and memory, for notes put together of pieces of the labelled ones so that no two need be the same.</summary>
internal static class Speed
{
    public static void Print()
    {
        var clock = Stopwatch.StartNew();
        ThemeSuggestions.Suggest(["Mangler penger"], Lexicon.Standard);
        Console.WriteLine($"first suggestion of the process, lexicon read: {Milliseconds(clock.Elapsed)} ms");
        Console.WriteLine("| notes | themes: ms | allocated MB | held MB | near-duplicates: ms | allocated MB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in new[] { 100, 1_000, 10_000 })
        {
            var notes = Made(size);
            GC.Collect();
            var held = GC.GetTotalMemory(forceFullCollection: true);
            var (themes, proposal) = Measure(() => ThemeSuggestions.Suggest(notes, Lexicon.Standard));
            held = GC.GetTotalMemory(forceFullCollection: true) - held;
            GC.KeepAlive(proposal);
            var (duplicates, _) = Measure(() => NearDuplicates.Find(notes, Lexicon.Standard));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {size} | {Milliseconds(themes.Time)} | {themes.Megabytes:0} | {held / 1e6:0.0} | {Milliseconds(duplicates.Time)} | "
                    + $"{duplicates.Megabytes:0} |"
            )
            );
        }
    }

    private static ((TimeSpan Time, double Megabytes), T) Measure<T>(Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var result = work();
        return ((clock.Elapsed, (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6), result);
    }

    private static List<PlainText> Made(int size)
    {
        var words = LabelledNotes.Read("open").Notes.SelectMany(note => note.Value.Split(' ')).ToList();
        var random = new Random(size);
        return
        [
            .. Enumerable
                .Range(0, size)
                .Select(_ => new PlainText(
                    string.Join(' ', Enumerable.Range(0, random.Next(4, 16)).Select(_ => words[random.Next(words.Count)]))
                )),
        ];
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
