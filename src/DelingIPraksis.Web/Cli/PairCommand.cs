using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run pair FILE</c>: only the pairing, with the same rules and the same code.</summary>
internal static class PairCommand
{
    private const string FromStandardInput = "-";
    private const int MostBytes = 10_000_000;

    private const string Usage = "Bruk: ./run pair [--check] FIL, eller ./run pair [--check] - for standard inn.";

    private static readonly Argument<string> _file = new("FIL");
    private static readonly Option<bool> _check = new("--check") { Arity = ArgumentArity.Zero };

    public static CliCommand Command { get; } =
        new("pair FIL", "setter sammen par etter en fil (- for standard inn); --check vurderer par satt for hånd", Usage, RunAsync)
        {
            _file, _check,
        };

    /// <summary>Solves the request, or judges the groups that it has, and writes the answer or the obstacle.</summary>
    /// <param name="text">The request.</param>
    /// <param name="output">For the answer.</param>
    /// <param name="error">For the obstacle, and for what is worth a note.</param>
    /// <param name="check">Whether the groups of the request are to be judged.</param>
    public static async Task<int> AnswerAsync(string text, TextWriter output, TextWriter error, bool check = false)
    {
        var words = ReasonWords.Alone();
        try
        {
            var request = PairRequest.Read(text);
            var problem = request.ToProblem();
            if (request.Unknown is { Count: > 0 } unknown)
                await error.WriteLineAsync(
                    $"Merk: disse i history er ikke blant deltakerne, og teller ikke: "
                        + $"{string.Join(", ", unknown.Select(name => TextTruncation.Shorten(name, 60)).Take(20))}."
                );
            if (check != request.Groups is not null)
                return await error.FailAsync(ExitCode.Failed, words.Of(check ? "GroupsMissing" : "GroupsNeedCheck"));
            if (check && request.Rounds > 1) return await error.FailAsync(ExitCode.Failed, words.Of("GroupsOneRound"));
            var groups = check ? request.ToGroups() : null;
            var (outcome, took) = Timed(() =>
                groups is not null ? PairingCheck.Judge(problem, groups)
                : request.Rounds > 1 ? DayPlanner.Plan(new DayProblem(problem, request.Rounds))
                : PairingSolver.Solve(problem));
            if (outcome is PairingRefusal refusal)
                return await error.FailAsync(ExitCode.Failed, Say(refusal, request.GroupLines, words));
            await output.WriteLineAsync(outcome switch
            {
                PairingVerdict verdict => PairAnswer.ToJson(CheckAnswer.Of(verdict, took, words)),
                DayPlan plan => PairAnswer.ToJson(RoundsAnswer.Of(plan, took, Reason)),
                var solution => PairAnswer.ToJson(PairAnswer.Of((PairingSolution)solution, took, Reason)),
            });
            return ExitCode.Done;
        }
        catch (PairRequestException fault)
        {
            return await error.FailAsync(ExitCode.Failed, fault.Message);
        }

        string Reason(PairingReason reason) => words.Of(reason, static name => name);
    }

    private static async Task<int> RunAsync(CommandLine line)
    {
        var file = line.Parsed.GetRequiredValue(_file);
        UseCulture(line);
        try
        {
            await using var stream = file == FromStandardInput ? System.Console.OpenStandardInput() : File.OpenRead(file);
            return await TextFile.BytesAsync(stream, MostBytes) is { } bytes
                ? await AnswerAsync(TextFile.Read(bytes), System.Console.Out, System.Console.Error, line.Parsed.GetValue(_check))
                : await System.Console.Error.FailAsync(ExitCode.Failed, $"{file} er større enn {MostBytes / 1_000_000} MB.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kan ikke lese {file}: {FileFault.Say(fault, file)}");
        }
    }

    // The first run of a process includes JIT compilation of the solver. The second gives the real time.
    private static (PairingOutcome Outcome, TimeSpan Took) Timed(Func<PairingOutcome> solve)
    {
        solve();
        var watch = Stopwatch.StartNew();
        var outcome = solve();
        return (outcome, watch.Elapsed);
    }

    private static string Say(PairingRefusal refusal, IReadOnlyList<long> lines, ReasonWords words)
    {
        var sentence = words.Of(refusal, static name => name);
        return refusal.Group is { } group && group < lines.Count ? words.AtLine(lines[group], sentence) : sentence;
    }

    private static void UseCulture(CommandLine line) =>
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(
            line.Settings.GetValueOrDefault(StartOptions.CultureKey) ?? "nb"
        );
}
