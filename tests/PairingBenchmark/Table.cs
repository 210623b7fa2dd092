using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.PairingBenchmark;

/// <summary>
/// One line for each size, for a network's fifth gathering: four held before with the solver's own answers, counties, sizes, and words
/// asked for and offered. The middle of three runs by the clock, and what one takes of a processor on average, which says more on a busy
/// machine; the first solve of the process is kept apart.
/// </summary>
internal static class Table
{
    private static readonly int[] Sizes = [11, 20, 21, 57, 101, 102, 356, 357, 1000, 1001];
    private static readonly string[] Words =
    [
        "måling", "ombruk", "innkjøp", "bygg", "plan", "skole", "avfall", "mat", "jord", "havn", "ungdom", "data",
    ];

    public static void Run()
    {
        var cold = Stopwatch.StartNew();
        _ = PairingSolver.Solve(Network(11));
        Console.WriteLine($"first solve of the process, n = 11, compiling included: {Milliseconds(cold.Elapsed)} ms");
        Console.WriteLine("| n | solver | median ms | processor ms | allocated MB | gap | repeated |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | --- | ---: |");
        foreach (var n in Sizes)
        {
            var problem = Network(n);
            for (var gathering = 0; gathering < 4; gathering++)
                problem = problem.Held(Solved(problem));
            Measure(n, problem);
        }
        foreach (var n in new[] { 11, 357 })
            Console.WriteLine($"re-pairing after a no-show, n = {n}: {Milliseconds(Repair(n))} processor ms");
        foreach (var (n, rounds) in new[] { (11, 8), (12, 11), (30, 8) })
            Console.WriteLine(Rounds(n, rounds));
    }

    private static TimeSpan Repair(int n)
    {
        var problem = Network(n);
        RunningGroup[] running = [.. Solved(problem).Groups.Select(group => new RunningGroup(group.Keys, GroupProgress.Presenting))];
        var processor = Environment.CpuUsage.TotalTime;
        _ = Repairing.Propose(problem with { Parties = [.. problem.Parties.Skip(1)] }, running);
        return Environment.CpuUsage.TotalTime - processor;
    }

    private static string Rounds(int n, int rounds)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var plan = (RoundPlan)RoundPlanner.Plan(Network(n), rounds);
        return $"{rounds} rounds planned together, n = {n}: {Milliseconds(Environment.CpuUsage.TotalTime - processor)} processor ms, "
            + $"{plan.Repeats} repeats, at least {plan.FewestRepeats}";
    }

    private static void Measure(int n, PairingProblem problem)
    {
        var times = new List<TimeSpan>();
        var solution = Solved(problem);
        var processor = Environment.CpuUsage.TotalTime;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            solution = Solved(problem);
            times.Add(watch.Elapsed);
        }
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 3.0 / 1_000_000;
        times.Sort();
        var gap = solution.Optimal ? "0 (proved)" : (solution.Cost - solution.LowerBound).ToString();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {n} | {solution.Solver} | {Milliseconds(times[1])} | {Milliseconds((Environment.CpuUsage.TotalTime - processor) / 3)} "
                + $"| {megabytes:0.0} | {gap} | {solution.Cost.TimesMetSquared} |"
        )
        );
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static PairingSolution Solved(PairingProblem problem) => (PairingSolution)PairingSolver.Solve(problem);

    private static PairingProblem Held(this PairingProblem problem, PairingSolution solution) => problem with
    {
        History = [.. problem.History, new EarlierGathering(
            new DateOnly(2020, 1, 1).AddMonths(problem.History.Count), [.. solution.Groups.Select(group => group.Keys)])],
    };

    private static PairingProblem Network(int n)
    {
        var random = new Random(n);
        return new PairingProblem
        {
            Seed = n,
            Parties = [.. Enumerable.Range(1, n).Select(i => new PairingParty(
                $"K{i:0000}", $"Kommune {i}", $"Fylke {random.Next(15)}", random.Next(500, 90_000), Some(random), Some(random)))],
        };
    }

    private static string Some(Random random) => string.Join(' ', Words.OrderBy(_ => random.Next()).Take(3));
}
