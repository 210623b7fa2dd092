using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain.Synthesis.Representation;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>The time of the audit of the points for all 357 municipalities, with five notes from each.</summary>
internal static class RepresentationSpeed
{
    private const int Voters = 357;
    private const int NotesEach = 5;
    private const int Themes = 60;
    private const int Runs = 50;

    public static void Print()
    {
        Console.WriteLine("| parties | points | candidates | groups named | ms, median | ms, highest |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (seats, heard) in new[] { (15, 300), (60, 300), (60, 0), (357, 0) })
        {
            var random = new Random(seats + heard);
            List<int>[] candidates =
            [
                .. Enumerable.Range(0, Voters * NotesEach).Select(note => new List<int> { note % Voters, random.Next(Voters) }),
                .. Enumerable.Range(0, Themes).Select(_ => Enumerable.Range(0, Voters).Where(_ => random.Next(12) == 0).ToList()),
            ];
            var approving = Enumerable.Range(0, heard).ToHashSet();
            var share = JustifiedRepresentation.ShareOf(Voters, seats);
            var named = JustifiedRepresentation.Audit(share, approving, candidates).Count;
            List<double> times = [.. Enumerable.Range(0, Runs).Select(_ =>
            {
                var clock = Stopwatch.StartNew();
                JustifiedRepresentation.Audit(share, approving, candidates);
                return clock.Elapsed.TotalMilliseconds;
            }).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Voters} | {seats} | {candidates.Length} | {named} | {times[Runs / 2]:0.0} | {times[^1]:0.0} |"));
        }
    }
}
