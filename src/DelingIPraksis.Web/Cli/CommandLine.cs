using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary>The parsed command line.</summary>
/// <remarks>
/// System.CommandLine parses the arguments. Its own messages are in English, so none of them is shown: the error is found from
/// its place in the result.
/// </remarks>
internal sealed class CommandLine(ParseResult parsed)
{
    private const string On = "true";

    private static readonly Option<bool> _help = new("--help", "-h") { Recursive = true, Arity = ArgumentArity.Zero };

    /// <summary>The options, and the environment variable for the same setting.</summary>
    private static readonly (Option Option, string Variable, string Key)[] _options =
    [
        (new Option<string>("--urls") { Recursive = true }, "DELING_URLS", Key(nameof(StartOptions.Urls))),
        (new Option<string>("--address") { Recursive = true }, "DELING_ADDRESS", Key(nameof(StartOptions.Address))),
        (new Option<string>("--data") { Recursive = true }, "DELING_DATA", Key(nameof(StartOptions.Data))),
        (new Option<string>("--database") { Recursive = true }, "DELING_DATABASE", Key(nameof(StartOptions.Database))),
        (new Option<string>("--culture") { Recursive = true }, "DELING_CULTURE", StartOptions.CultureKey),
        (new Option<bool>("--no-demo"), "DELING_NO_DEMO", Key(nameof(StartOptions.NoDemo))),
    ];

    // The first that is set decides, as for other programs (locale(7)).
    private static readonly string[] _languages = ["DELING_CULTURE", "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Options of the .NET host, for tests and for experts. The host reads them.</summary>
    private static readonly string[] _ofTheHost = ["--environment", "--contentRoot", "--applicationName"];

    // This is a plain command, because a RootCommand adds an English help, a version and directives.
    private static readonly Command _root = Root();

    /// <summary>The environment variables that are read.</summary>
    public static IEnumerable<string> Variables => _options.Select(option => option.Variable);

    /// <summary>The values of the arguments and options.</summary>
    public ParseResult Parsed => parsed;

    /// <summary>The command, or null when the service is to run.</summary>
    public CliCommand? Command => parsed.CommandResult.Command as CliCommand;

    /// <summary>Whether the help text was asked for.</summary>
    public bool Help => parsed.GetValue(_help);

    /// <summary>The set values, by configuration key.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _options
        .Where(option => parsed.GetResult(option.Option) is { Implicit: false })
        .ToDictionary(option => option.Key, option => option.Option switch
        {
            Option<string> named => parsed.GetValue(named),
            var isOn => parsed.GetValue((Option<bool>)isOn) ? On : "false",
        });

    /// <summary>The error as a sentence, or null.</summary>
    public string? Fault => FaultOfWords() ?? parsed.Errors.Select(FaultOf).FirstOrDefault();

    /// <summary>The options of the command, and the recursive options.</summary>
    private IEnumerable<Option> Options => parsed.CommandResult.Command.Options.Concat(_root.Options.Where(option => option.Recursive));

    /// <summary>
    /// Sets the language of what is said to the one who starts the program: the setting for it, and else that of the environment.
    /// </summary>
    public static void ChooseLanguage(string[] args)
    {
        var given = Parse(args).Parsed.GetResult("--culture")?.Tokens is [var token, ..] ? token.Value : null;
        string?[] asked = [given, .. _languages.Select(Environment.GetEnvironmentVariable)];
        // Without ICU there are no languages. AnswerAsync says so, in bokmål.
        if (HasLanguages() && asked.Select(Languages.Match).FirstOrDefault(code => code is not null) is { } language)
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }

    /// <summary>Handles what needs no running service: help, commands, wrong usage. Null when the service is to run.</summary>
    public static async Task<int?> AnswerAsync(string[] args)
    {
        var line = Parse(args);
        if (line.Help)
        {
            await System.Console.Out.WriteLineAsync(line.Command is { } asked ? HelpText.Write(asked) : HelpText.Write());
            return ExitCode.Done;
        }

        if (line.Fault is { } wrong)
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"{wrong} {line.Command?.Usage ?? "Se --help."}");
        if (!HasLanguages())
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                "Programmet trenger språkdata for norsk. Installer ICU (libicu), og ta bort DOTNET_SYSTEM_GLOBALIZATION_INVARIANT om den "
                + "er satt."
            );
        if (line.Command is not { } command)
            return FaultsOf(line) is { } faults ? await System.Console.Error.FailAsync(ExitCode.WrongUsage, faults + " Se --help.") : null;
        try
        {
            return await command.RunAsync(line);
        }
        catch (Exception fault)
            when (StoreFault.Is(fault) || StoreFault.IsOfData(fault) || fault is StartRefusedException or LogFaultException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, StoreFault.Say(fault, Stores.NameOf(line.ToOptions())));
        }
        catch (Exception fault)
        {
            // A file can be broken in unexpected ways, and a stack trace does not help an administrator.
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"«{command.Name}» kom ikke i mål: {fault.GetType().Name}: {fault.Message}"
            );
        }
    }

    /// <summary>Parses without response files: an argument that begins with @ is taken literally.</summary>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var ways = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        return new(CommandLineParser.Parse(_root, [.. Split(args)[false]], ways));
    }

    /// <summary>The arguments for the host's own configuration.</summary>
    public static string[] ForTheHost(string[] args) => [.. Split(args)[true]];

    /// <summary>The settings in the environment, by their configuration key.</summary>
    public static IReadOnlyDictionary<string, string?> FromEnvironment(Func<string, string?> variable) => _options
        .Select(option => (option.Key, Value: variable(option.Variable), IsSwitch: option.Option is Option<bool>))
        .Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
        .ToDictionary(setting => setting.Key, setting => setting.IsSwitch ? IsOn(setting.Value!) : setting.Value);

    /// <summary>The effective settings, from the command line, the environment, the file and the defaults, in that order.</summary>
    public StartOptions ToOptions() => StartOptions.From(ToConfiguration());

    /// <summary>All settings, in the same order.</summary>
    public IConfiguration ToConfiguration()
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables();
        configuration.AddSettings(this);
        return configuration.Build();
    }

    /// <summary>Opens the configured data folder for reading.</summary>
    public StoredData OpenData() => StoredData.Open(ToOptions());

    /// <summary>Opens the configured data folder for writing.</summary>
    public Task<StoredData> OpenDataToWriteAsync() => StoredData.OpenToWriteAsync(ToOptions());

    private static Command Root()
    {
        var root = new Command("run") { _help };
        foreach (var (option, _, _) in _options) root.Add(option);
        foreach (var command in Commands.All) root.Add(command);
        // Without an action the parser demands a command.
        root.SetAction(static _ => ExitCode.Done);
        return root;
    }

    /// <summary>The first unknown word, or a word in the place of a value.</summary>
    /// <remarks>
    /// The parser takes an unknown option for an argument or a value: <c>export --fromat docx</c> would export a gathering with the id
    /// «--fromat». After <c>--</c> anything is an argument.
    /// </remarks>
    private string? FaultOfWords()
    {
        Token? before = null;
        foreach (var word in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            var isValue = before is { Type: TokenType.Option } && Options.Any(option => option.Name == before.Value && TakesValue(option));
            var isDashed = word is { Type: TokenType.Argument, Value: ['-', _, ..] };
            if (isValue && (isDashed || string.IsNullOrWhiteSpace(word.Value))) return NoValue(before!.Value);
            if (isDashed || word.Type == TokenType.Directive) return Unknown(word.Value);
            before = word;
        }

        return parsed.UnmatchedTokens is [var unknown, ..] ? Unknown(unknown) : null;
    }

    private static bool TakesValue(Option option) => option.Arity.MinimumNumberOfValues > 0;

    private static string FaultOf(ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierTokenCount: > 1 } twice => $"{twice.Option.Name} er gitt mer enn én gang.",
        OptionResult { IdentifierTokenCount: 1 } empty => NoValue(empty.Option.Name),
        OptionResult missing => $"{missing.Option.Name} mangler.",
        ArgumentResult missing => $"{missing.Argument.Name} mangler.",
        _ => "Det mangler noe.",
    };

    private static string NoValue(string option) => $"{option} trenger en verdi.";

    private string Unknown(string word)
    {
        var isOption = word.StartsWith('-');
        var name = isOption ? word.Split('=')[0] : word;
        IEnumerable<Symbol> known = isOption ? Options : parsed.CommandResult.Command.Subcommands;
        var meant = Spelling.SlipOf(name, known.Select(symbol => symbol.Name)) is { } near ? $" Mente du {near}?" : "";
        return $"Kjenner ikke {(isOption ? name : $"«{name}»")}.{meant}";
    }

    /// <summary>The arguments for the host (true), each key with its value, and our own. After the command all are our own.</summary>
    private static ILookup<bool, string> Split(IReadOnlyList<string> args)
    {
        var command = args.Index().TakeWhile(word => IsValue(word.Index) || !IsCommand(word.Item)).Count();
        return args.Index().ToLookup(word => word.Index < command && (IsKey(word.Item) || IsValue(word.Index)), word => word.Item);

        static bool IsCommand(string word) => Commands.All.Any(command => command.Name == word);

        bool IsValue(int place) => place > 0 && IsKey(args[place - 1]) && !args[place - 1].Contains('=', StringComparison.Ordinal);
    }

    /// <summary>Why the settings cannot be read, or null. What they say is looked at by the service, all of it at once.</summary>
    private static string? FaultsOf(CommandLine line)
    {
        try
        {
            line.ToOptions();
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or InvalidOperationException)
        {
            return $"Innstillingene kan ikke leses: {fault.Message} {fault.InnerException?.Message}";
        }
    }

    /// <summary>Whether the machine has Norwegian culture data, which the dates on every page need.</summary>
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
    private static bool IsKey(string word) =>
        _ofTheHost.Contains(word.Split('=')[0]) || (word is ['-', '-', var first, ..] && char.IsAsciiLetterUpper(first));

    private static string Key(string name) => $"{StartOptions.Section}:{name}";
}
