namespace DelingIPraksis.Web.Service;

/// <summary>Something the program does without running as a service.</summary>
/// <param name="Name">The verb on the command line.</param>
/// <param name="Summary">A line for the help text.</param>
/// <param name="RunAsync">Does it, and answers with an <see cref="ExitCode"/>.</param>
internal sealed record Command(string Name, string Summary, Func<CommandLine, Task<int>> RunAsync);

/// <summary>The verbs of the command line. A folder that has one adds it here.</summary>
internal static class Commands
{
    public static IReadOnlyList<Command> All { get; } = [];

    public static Command? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
