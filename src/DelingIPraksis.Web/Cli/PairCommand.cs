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

    private const string Usage = "Bruk: ./run pair FIL, eller ./run pair - for standard inn.";

    private static readonly Argument<string> _file = new("FIL");

    public static CliCommand Command { get; } =
        new("pair FIL", "setter sammen par etter en fil (- for standard inn), se docs/pairing.md", Usage, RunAsync) { _file };

    /// <summary>Solves the request, and writes the answer or the obstacle.</summary>
    public static async Task<int> AnswerAsync(string text, TextWriter output, TextWriter error)
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
            var (outcome, took) = Solve(problem);
            if (outcome is PairingRefusal refusal) return await error.FailAsync(ExitCode.Failed, words.Of(refusal, static name => name));
            await output.WriteLineAsync(
                PairAnswer.Of((PairingSolution)outcome, took, reason => words.Of(reason, static name => name)).ToJson()
            );
            return ExitCode.Done;
        }
        catch (PairRequestException fault)
        {
            return await error.FailAsync(ExitCode.Failed, fault.Message);
        }
    }

    private static async Task<int> RunAsync(CommandLine line)
    {
        var file = line.Parsed.GetRequiredValue(_file);
        UseCulture(line);
        try
        {
            await using var stream = file == FromStandardInput ? System.Console.OpenStandardInput() : File.OpenRead(file);
            return await TextFile.BytesAsync(stream, MostBytes) is { } bytes
                ? await AnswerAsync(TextFile.Read(bytes), System.Console.Out, System.Console.Error)
                : await System.Console.Error.FailAsync(ExitCode.Failed, $"{file} er større enn {MostBytes / 1_000_000} MB.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kan ikke lese {file}: {FileFault.Say(fault, file)}");
        }
    }

    // The first run of a process includes JIT compilation of the solver. The second gives the real time.
    private static (PairingOutcome Outcome, TimeSpan Took) Solve(PairingProblem problem)
    {
        PairingSolver.Solve(problem);
        var watch = Stopwatch.StartNew();
        var outcome = PairingSolver.Solve(problem);
        return (outcome, watch.Elapsed);
    }

    private static void UseCulture(CommandLine line) =>
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(
            line.Settings.GetValueOrDefault(StartOptions.CultureKey) ?? "nb"
        );
}
