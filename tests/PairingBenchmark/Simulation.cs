using System.Globalization;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.PairingBenchmark;

/// <summary>
/// Eight gatherings with everybody present: how many meetings are repeated when pairs are drawn, taken greedily, or solved for.
/// </summary>
internal static class Simulation
{
    private const int Gatherings = 8;

    public static void Run()
    {
        Console.WriteLine("| n | random | greedy | exact | planned together | no repeat in first five: greedy | exact |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var n in new[] { 10, 11, 12 })
        {
            var random = Average(200, seed => Repeats(n, (met, _) => Shuffled(n, new Random(seed * 1_000 + met.Count))));
            var greedy = Average(200, seed => Repeats(n, (met, round) => Greedy(n, met, new Random(seed * 1_000 + round))));
            var exact = Average(60, seed => Repeats(n, Exact(n, seed)));
            var together = Enumerable.Range(1, 10).Average(seed => ((RoundPlan)RoundPlanner.Plan(Network(n, seed), Gatherings)).Repeats);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {n} | {random.Repeats:0.0} | {greedy.Repeats:0.0} | {exact.Repeats:0.0} | {together:0.0} | "
                    + $"{greedy.Clean:0.00} | {exact.Clean:0.00} |"
            )
            );
        }
    }

    private static (double Repeats, double Clean) Average(int runs, Func<int, (int Repeats, bool Clean)> run)
    {
        var results = Enumerable.Range(1, runs).Select(run).ToList();
        return (results.Average(r => r.Repeats), results.Average(r => r.Clean ? 1.0 : 0.0));
    }

    private static (int Repeats, bool Clean) Repeats(int n, Func<Dictionary<(int, int), int>, int, List<int[]>> next)
    {
        var met = new Dictionary<(int, int), int>();
        var (repeats, clean) = (0, true);
        for (var round = 0; round < Gatherings; round++)
        {
            foreach (var pair in next(met, round).SelectMany(PairsIn))
            {
                var times = met.GetValueOrDefault(pair);
                met[pair] = times + 1;
                repeats += times > 0 ? 1 : 0;
                clean &= round >= 5 || times == 0;
            }
        }
        return (repeats, clean);
    }

    private static IEnumerable<(int, int)> PairsIn(int[] group) =>
        group.SelectMany(a => group.Where(b => a < b).Select(b => (a, b)));

    // A shuffled list cut in twos, the odd one joining the last pair.
    private static List<int[]> Shuffled(int n, Random random) => Cut([.. Enumerable.Range(0, n).OrderBy(_ => random.Next())]);

    private static List<int[]> Cut(int[] order)
    {
        var chunks = order.Chunk(2).ToList();
        if (chunks[^1] is [var left])
            (chunks[^2], _) = ([.. chunks[^2], left], chunks.Remove(chunks[^1]));
        return chunks;
    }

    // Each in turn takes the first it has not met.
    private static List<int[]> Greedy(int n, Dictionary<(int, int), int> met, Random random)
    {
        var waiting = Enumerable.Range(0, n).OrderBy(_ => random.Next()).ToList();
        var order = new List<int>();
        while (waiting.Count > 1)
        {
            var a = waiting[0];
            var b = waiting.Skip(1).FirstOrDefault(b => !met.ContainsKey((Math.Min(a, b), Math.Max(a, b))), waiting[1]);
            order.AddRange([a, b]);
            waiting.RemoveAll(w => w == a || w == b);
        }
        return Cut([.. order, .. waiting]);
    }

    private static Func<Dictionary<(int, int), int>, int, List<int[]>> Exact(int n, int seed)
    {
        var problem = Network(n, seed);
        return (_, round) =>
        {
            var solution = (PairingSolution)PairingSolver.Solve(problem);
            problem = problem with
            {
                History =
                [
                    .. problem.History,
                    new EarlierGathering(new DateOnly(2020, 1, 1).AddMonths(round), [.. solution.Groups.Select(g => g.Keys)]),
                ],
            };
            return [.. solution.Groups.Select(g => g.Keys.Select(k => int.Parse(k, CultureInfo.InvariantCulture)).ToArray())];
        };
    }

    private static PairingProblem Network(int n, int seed) =>
        new() { Parties = [.. Enumerable.Range(0, n).Select(i => PairingParty.Named($"{i:00}"))], Seed = seed };
}
