namespace DelingIPraksis.Web.Cli;

/// <summary>Adds the settings of the command line and the environment to the configuration.</summary>
internal static class CommandLineSettings
{
    /// <summary>The command line takes precedence over the environment.</summary>
    public static void AddSettings(this IConfigurationBuilder configuration, CommandLine line) => configuration
        .AddInMemoryCollection(CommandLine.FromEnvironment(Environment.GetEnvironmentVariable))
        .AddInMemoryCollection(line.Settings);
}
