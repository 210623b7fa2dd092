namespace DelingIPraksis.Web.Cli;

/// <summary>Adds the settings of the command line and the environment to the configuration.</summary>
internal static class CommandLineSettings
{
    /// <summary>The environment, and before it the command line.</summary>
    public static void AddSettings(this IConfigurationBuilder configuration, CommandLine line) => configuration
        .AddInMemoryCollection(CommandLine.FromEnvironment(Environment.GetEnvironmentVariable))
        .AddInMemoryCollection(line.Settings);
}
