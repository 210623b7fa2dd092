using System.Globalization;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary>What was asked for when the program was started.</summary>
/// <param name="Settings">What was set, by the key it has in the configuration.</param>
/// <param name="Command">The verb, or null when the service is to run.</param>
/// <param name="Rest">What follows the verb.</param>
/// <param name="Help">Whether the help text was asked for.</param>
/// <param name="Fault">What is wrong with it, as a sentence, or null.</param>
internal sealed record CommandLine(
    IReadOnlyDictionary<string, string?> Settings,
    string? Command,
    IReadOnlyList<string> Rest,
    bool Help,
    string? Fault
)
{
    private const string On = "true";

    /// <summary>The options, and the environment variable that does the same.</summary>
    private static readonly (string Option, string Variable, string Key, bool IsSwitch)[] _options =
    [
        ("--urls", "DELING_URLS", Key(nameof(StartOptions.Urls)), false),
        ("--address", "DELING_ADDRESS", Key(nameof(StartOptions.Address)), false),
        ("--data", "DELING_DATA", Key(nameof(StartOptions.Data)), false),
        ("--culture", "DELING_CULTURE", StartOptions.CultureKey, false),
        ("--no-demo", "DELING_NO_DEMO", Key(nameof(StartOptions.NoDemo)), true),
    ];

    /// <summary>The environment variables that are read.</summary>
    public static IEnumerable<string> Variables => _options.Select(option => option.Variable);

    /// <summary>What the host itself is told, by tests and by those who know it; left to the host.</summary>
    private static readonly string[] _ofTheHost = ["--environment", "--contentRoot", "--applicationName"];

    /// <summary>The data folder that is set, before or after the verb.</summary>
    private string DataOf() => (WithOptions() is var (own, _) ? own : this).ToOptions().Data;

    /// <summary>Answers what needs no running service: help, verbs, wrong usage. Null when the service is to run.</summary>
    public static async Task<int?> AnswerAsync(string[] args)
    {
        var line = Parse(args);
        if (line.Fault is { } wrong) return await System.Console.Error.FailAsync(ExitCode.WrongUsage, wrong + " Se --help.");
        if (line.Help)
        {
            await System.Console.Out.WriteLineAsync(HelpText.Write());
            return ExitCode.Done;
        }

        if (!HasLanguages())
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                "Programmet trenger språkdata for norsk. Installer ICU (libicu), og ta bort DOTNET_SYSTEM_GLOBALIZATION_INVARIANT om den er satt."
            );
        if (line.Command is not { } name)
            return FaultsOf(line) is { } faults ? await System.Console.Error.FailAsync(ExitCode.WrongUsage, faults + " Se --help.") : null;
        if (Commands.Find(name) is not { } command)
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"Kjenner ikke «{name}». Se --help.");
        try
        {
            return await command.RunAsync(line);
        }
        catch (Exception fault)
            when (StoreFault.Is(fault) || StoreFault.IsOfData(fault) || fault is StartRefusedException or LogFaultException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, StoreFault.Say(fault, new DataFolder(line.DataOf()).Database));
        }
        catch (Exception fault)
        {
            // A file can be broken in ways that nobody has thought of; a stack trace helps no one who ran a command.
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"«{name}» kom ikke i mål: {fault.GetType().Name}: {fault.Message}"
            );
        }
    }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>();
        for (var place = 0; place < args.Count; place++)
        {
            var (name, value) = Split(args[place]);
            if (name is "--help" or "-h") return new CommandLine(settings, null, [], Help: true, null);
            if (!name.StartsWith('-')) return new CommandLine(settings, name, [.. args.Skip(place + 1)], Help: false, null);
            if (IsOfTheHost(name))
            {
                if (value is null) place++;
                continue;
            }

            if (Array.Find(_options, option => option.Option == name) is not { Key: not null } option)
                return Wrong($"Kjenner ikke {name}.");
            if (option.IsSwitch) value ??= On;
            else value ??= place + 1 < args.Count && !args[place + 1].StartsWith('-') ? args[++place] : null;
            if (string.IsNullOrWhiteSpace(value)) return Wrong($"{name} trenger en verdi.");
            settings[option.Key] = value;
        }

        return new CommandLine(settings, null, [], Help: false, null);
    }

    /// <summary>
    /// The same arguments for the host's own reader of settings, which knows no switches: it would take what stands after one for its
    /// value, and pass
    /// over that setting without a word.
    /// </summary>
    public static string[] ForTheHost(string[] args) =>
        [.. args.Select(arg => _options.Any(option => option.IsSwitch && option.Option == arg) ? $"{arg}={On}" : arg)];

    /// <summary>What is set in the environment, by the key it has in the configuration.</summary>
    public static IReadOnlyDictionary<string, string?> FromEnvironment(Func<string, string?> variable) => _options
        .Select(option => (option.Key, Value: variable(option.Variable), option.IsSwitch))
        .Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
        .ToDictionary(setting => setting.Key, setting => setting.IsSwitch ? IsOn(setting.Value!) : setting.Value);

    /// <summary>The settings that hold: those of the command line, of the environment, of the file, and the defaults.</summary>
    public StartOptions ToOptions()
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables();
        configuration.AddSettings(this);
        return StartOptions.From(configuration.Build());
    }

    /// <summary>
    /// The same line with what follows the verb taken apart: options with a value, and the rest; null when something is wrong with it.
    /// </summary>
    /// <param name="own">The verb's own options.</param>
    public (CommandLine Line, IReadOnlyDictionary<string, string> Own)? WithOptions(params string[] own)
    {
        var settings = new Dictionary<string, string?>(Settings);
        var found = new Dictionary<string, string>();
        var rest = new List<string>();
        for (var place = 0; place < Rest.Count; place++)
        {
            var (name, value) = Split(Rest[place]);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                rest.Add(Rest[place]);
                continue;
            }

            value ??= place + 1 < Rest.Count ? Rest[++place] : null;
            if (string.IsNullOrWhiteSpace(value)) return null;
            if (own.Contains(name)) found[name] = value;
            else if (Array.Find(_options, option => option.Option == name && !option.IsSwitch) is { Key: not null } option)
                settings[option.Key] = value;
            else return null;
        }

        return (this with { Settings = settings, Rest = rest }, found);
    }

    /// <summary>What is wrong with the settings, all at once and before anything is built on them.</summary>
    private static string? FaultsOf(CommandLine line)
    {
        try
        {
            var result = new StartOptionsValidator().Validate(null, line.ToOptions());
            return result.Failed ? string.Join(Environment.NewLine, result.Failures) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or InvalidOperationException)
        {
            return $"Innstillingene kan ikke leses: {fault.Message} {fault.InnerException?.Message}";
        }
    }

    /// <summary>Whether the machine knows how Norwegian is written: dates on every page are.</summary>
    private static bool HasLanguages()
    {
        try
        {
            return CultureInfo.GetCultureInfo("nb-NO").DateTimeFormat.GetDayName(DayOfWeek.Monday) == "mandag";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static string IsOn(string value) => value.Trim().ToLowerInvariant() is "0" or "false" or "no" or "nei" ? "false" : On;

    // A key of the configuration, such as --Logging:LogLevel:Default, begins with a capital; our own options never do.
    private static bool IsOfTheHost(string name) => _ofTheHost.Contains(name) || (name.Length > 2 && char.IsAsciiLetterUpper(name[2]));

    private static (string Name, string? Value) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    private static CommandLine Wrong(string sentence) => new(new Dictionary<string, string?>(), null, [], Help: false, sentence);

    private static string Key(string name) => $"{StartOptions.Section}:{name}";
}
