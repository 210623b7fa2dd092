using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Service;

namespace DelingIPraksis.Web.Themes;

/// <summary><c>./run themes FILE</c>: suggests themes for the notes of a file, with the product's lexicon.</summary>
internal static class ThemesCommand
{
    private const string FromStandardInput = "-";
    private const string Language = "--language";
    private const string Usage = "Bruk: ./run themes FIL [--language nb|nn|en], eller ./run themes - for standard inn.";

    private static readonly string[] Languages = ["nb", "nn", "en"];

    public static Command Command { get; } =
        new("themes FIL", "foreslår tema for lappene i en fil (- for standard inn), se docs/themes.md", RunAsync);

    /// <summary>Suggests themes for the notes, and writes the answer or the obstacle.</summary>
    public static async Task<int> AnswerAsync(byte[] bytes, string language, TextWriter output, TextWriter error)
    {
        try
        {
            var proposal = ThemeSuggestions.Suggest(NotesInput.Read(bytes), Lexicon.Standard);
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
        if (
            line.WithOptions(Language) is not ({ Rest: [var file] } own, var options)
            || (file.StartsWith('-') && file != FromStandardInput)
        )
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, Usage);
        var language = options.GetValueOrDefault(Language) ?? own.Settings.GetValueOrDefault(StartOptions.CultureKey) ?? Languages[0];
        if (!Languages.Contains(language))
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"Kjenner ikke språket «{language}». {Usage}");
        try
        {
            await using var stream = file == FromStandardInput ? System.Console.OpenStandardInput() : File.OpenRead(file);
            return await AnswerAsync(await NotesInput.BytesAsync(stream), language, System.Console.Out, System.Console.Error);
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
