using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Operations.Installation;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run check</c>: checks all stored data and the installation, with or without a running service, and
/// gives each fault as a sentence with what mends it. It changes nothing.
/// </summary>
internal static class CheckCommand
{
    public static CliCommand Command { get; } =
        new("check", "ser gjennom alt som er lagret, og sier fra om feil", "Bruk: ./run check [--data MAPPE]", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        var looked = await DataCheck.LookAsync(data);
        var around = new InstallationCheck(line.ToConfiguration(), data.Folder, data.Database, TimeProvider.System);
        List<string> faults =
        [
            .. looked.Faults, .. (await around.LookAsync()).Concat(await around.AskAsync()).Select(finding => finding.ToString()),
        ];
        if (faults.Count > 0) return await System.Console.Error.FailAsync(ExitCode.Failed, string.Join(Environment.NewLine, faults));
        await System.Console.Out.WriteLineAsync($"Alt er i orden: {looked.Gatherings} samlinger, {looked.Entries} innføringer i loggen.");
        return ExitCode.Done;
    }
}
