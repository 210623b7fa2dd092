using System.CommandLine;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Themes;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run themes FILE</c>: suggests themes for the notes of a file, with the product's lexicon.</summary>
internal static class ThemesCommand
{
    private const string FromStandardInput = "-";
    private const string Usage =
        "Bruk: ./run themes FIL [--language nb|nn|en] [--theme EMNE] [--division fine|medium|wide] [--thesaurus MAPPE], "
        + "eller ./run themes - for standard inn.";

    private static readonly string[] Languages = ["nb", "nn", "en"];

    private static readonly Dictionary<string, Granularity> Divisions = Enum.GetValues<Granularity>()
        .ToDictionary(division => division.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Argument<string> _file = new("FIL");
    private static readonly Option<string> _language = new("--language");
    private static readonly Option<string> _theme = new("--theme");
    private static readonly Option<string> _division = new("--division");
    private static readonly Option<string> _thesaurus = new("--thesaurus");

    public static CliCommand Command { get; } =
        new("themes FIL", "foreslår tema for lappene i en fil (- for standard inn), se docs/themes.md", Usage, RunAsync)
        {
            _file, _language, _theme, _division, _thesaurus,
        };

    /// <summary>Suggests themes for the notes, and writes the answer or the obstacle.</summary>
    public static async Task<int> AnswerAsync(
        byte[] bytes,
        string language,
        TextWriter output,
        TextWriter error,
        ThemeOptions? options = null,
        Lexicon? lexicon = null
    )
    {
        try
        {
            var proposal = ThemeSuggestions.Suggest(NotesInput.Read(bytes), lexicon ?? Lexicon.Standard, options);
            await output.WriteLineAsync(ThemesAnswer.Of(proposal, language).ToJson());
            return ExitCode.Done;
        }
        catch (NotesInputException fault)
        {
            return await error.FailAsync(ExitCode.Failed, fault.Message);
        }
    }

    private static async Task<int> RunAsync(CommandLine line)
    {
        var file = line.Parsed.GetRequiredValue(_file);
        var language = line.Parsed.GetValue(_language) ?? line.Settings.GetValueOrDefault(StartOptions.CultureKey) ?? Languages[0];
        if (!Languages.Contains(language))
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"Kjenner ikke språket «{language}». {Usage}");
        var division = line.Parsed.GetValue(_division) ?? nameof(Granularity.Fine);
        if (!Divisions.TryGetValue(division, out var granularity))
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"Kjenner ikke inndelingen «{division}». {Usage}");
        var options = new ThemeOptions { Subject = line.Parsed.GetValue(_theme) ?? "", Granularity = granularity };
        try
        {
            await using var stream = file == FromStandardInput ? System.Console.OpenStandardInput() : File.OpenRead(file);
            return await AnswerAsync(
                await NotesInput.BytesAsync(stream),
                language,
                System.Console.Out,
                System.Console.Error,
                options,
                line.Parsed.GetValue(_thesaurus) is { } folder ? Lexicon.Standard.With(ThesaurusFiles.Read(folder)) : null
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotesInputException)
        {
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                fault is NotesInputException ? fault.Message : $"Kan ikke lese {file}: {FileFault.Say(fault, file)}"
            );
        }
    }
}
