using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Reporting.Earlier.Formats;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run read FILE</c>: what is understood of an earlier report, as JSON. Nothing is saved.</summary>
internal static class ReadCommand
{
    private const string Usage = "Bruk: ./run read FIL (docx, odt, pdf, html, txt eller md).";

    private static readonly Argument<string> _file = new("FIL");

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Norwegian letters are written as they are: people read this.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static CliCommand Command { get; } =
        new("read FIL", "viser som JSON hva som blir forstått av rapporten fra en tidligere samling", Usage, RunAsync) { _file };

    private static async Task<int> RunAsync(CommandLine line)
    {
        var file = line.Parsed.GetRequiredValue(_file);
        try
        {
            using var office = new Office();
            using var pdf = new PdfText();
            await using var stream = File.OpenRead(file);
            var read = await TextFile.BytesAsync(stream, ReportSource.LargestFile) is { } content
                ? await new ReportSource(office, pdf).ReadAsync(content, CancellationToken.None)
                : SourceResult.Wrong("TooLarge", ReportSource.LargestFile / 1024 / 1024);
            if (read.Document is not { } document)
                return await System.Console.Error.FailAsync(ExitCode.Failed, $"{file}: {EarlierWords.Say(read)}");
            await System.Console.Out.WriteLineAsync(JsonSerializer.Serialize(ReportReader.Read(document, RegisterNames.On), _json));
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kan ikke lese {file}: {FileFault.Say(fault, file)}");
        }
    }
}
