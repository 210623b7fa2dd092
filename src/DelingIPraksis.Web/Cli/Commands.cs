using System.CommandLine;

namespace DelingIPraksis.Web.Cli;

/// <summary>Something the program does without running as a service. Its arguments and options are added to it.</summary>
/// <param name="form">The verb on the command line, and the arguments that follow it.</param>
/// <param name="summary">A line for the help text.</param>
/// <param name="usage">The sentence for wrong usage.</param>
/// <param name="runAsync">Runs the command and returns an <see cref="ExitCode"/>. Null when a subcommand must follow.</param>
internal sealed class CliCommand(string form, string summary, string usage, Func<CommandLine, Task<int>>? runAsync = null)
    : Command(form.Split(' ')[0], summary)
{
    public string Form => form;

    public string Usage => usage;

    public Task<int> RunAsync(CommandLine line) => runAsync!(line);
}

/// <summary>The verbs of the command line. A folder that has one adds it here.</summary>
internal static class Commands
{
    public static IReadOnlyList<CliCommand> All { get; } =
    [
        ListCommand.Command, ExportCommand.Command, ImportCommand.Command, BackupCommand.Command, RestoreCommand.Command,
        CheckCommand.Command, AccountCommand.Command,
        PairCommand.Command, ThemesCommand.Command, RegisterCommand.Command, ReadCommand.Command, SearchCommand.Command,
        PersonCommand.Command, MoveCommand.Command,
    ];
}
