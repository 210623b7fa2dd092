namespace DelingIPraksis.Web.Cli;

/// <summary>Something the program does without running as a service.</summary>
/// <param name="Usage">The verb on the command line, and what follows it.</param>
/// <param name="Summary">A line for the help text.</param>
/// <param name="RunAsync">Does it, and answers with an <see cref="ExitCode"/>.</param>
internal sealed record Command(string Usage, string Summary, Func<CommandLine, Task<int>> RunAsync)
{
    /// <summary>The verb alone.</summary>
    public string Verb { get; } = Usage.Split(' ')[0];
}

/// <summary>The verbs of the command line. A folder that has one adds it here.</summary>
internal static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        ListCommand.Command, ExportCommand.Command, ImportCommand.Command, BackupCommand.Command, RestoreCommand.Command,
        CheckCommand.Command, AccountCommand.Command,
        PairCommand.Command, ThemesCommand.Command,
    ];

    public static Command? Find(string name) => All.FirstOrDefault(command => command.Verb == name);
}
