using System.CommandLine;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run export ID --format docx --out FILE</c>: the report's files without a browser, also while the service runs.</summary>
internal static class ExportCommand
{
    private const string Usage = "Bruk: ./run export ID --format FORMAT --out FIL [--edition publisering|arkiv] [--data MAPPE]";

    private static readonly Argument<string> _id = new("ID");
    private static readonly Option<string> _format = new("--format") { Required = true };
    private static readonly Option<string> _out = new("--out") { Required = true };
    private static readonly Option<string> _edition = new("--edition");

    public static CliCommand Command { get; } =
        new(
            "export ID",
            "skriver rapporten til en fil: --format docx|odt|pdf|html|md|xlsx|csv|lofter.csv|json|zip --out FIL",
            Usage,
            RunAsync)
        {
            _id, _format, _out, _edition,
        };

    private static async Task<int> RunAsync(CommandLine line)
    {
        var asked = line.Parsed.GetRequiredValue(_id);
        var format = line.Parsed.GetRequiredValue(_format);
        var target = line.Parsed.GetRequiredValue(_out);
        using var office = new Office();
        var files = new ReportFileSet(office, new ReportAssets(new DataFolder(line.ToOptions().Data).Contents));
        if (files.Find(format) is not { } file)
            return await System.Console.Error.FailAsync(
                ExitCode.WrongUsage,
                $"Kjenner ikke formatet «{format}». Velg blant {string.Join(", ", files.All.Select(file => file.Format))}."
            );
        if (ReportEditions.IsAttributed(line.Parsed.GetValue(_edition)) is not { } attributed)
            return await System.Console.Error.FailAsync(
                ExitCode.WrongUsage,
                $"Kjenner ikke utgaven. Velg {ReportEditions.Publication} eller {ReportEditions.Archive}."
            );

        await using var data = line.OpenData();
        if (!Id<Gathering>.TryParse(asked, null, out var id) || await data.Log.FoldAsync(id) is not { Exists: true } gathering)
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"Finner ingen samling med id {asked}. ./run list viser dem som finnes."
            );
        if (file is OfficeFile { IsAvailable: false } missing)
            return await System.Console.Error.FailAsync(ExitCode.Failed, missing.UnavailableReason);
        var report = GatheringReport.Of(gathering, attributed);
        if (attributed) report = report with { Evaluation = await EvaluationAnswers.ToldAsync(data.Database, id) };
        return await WriteAsync(file, report, Path.GetFullPath(target));
    }

    // Half a file must not look like a complete file, so it has another name until it is complete.
    private static async Task<int> WriteAsync(IReportFile file, GatheringReport report, string target)
    {
        // A unique name: an existing file must not be overwritten.
        var half = $"{target}.{Path.GetRandomFileName()}.ny";
        try
        {
            await using (var stream = File.Create(half)) await file.WriteAsync(report, stream, CancellationToken.None);
            File.Move(half, target, overwrite: true);
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OfficeException)
        {
            if (File.Exists(half)) File.Delete(half);
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"{target} ble ikke skrevet: {FileFault.Say(fault, target)}");
        }
    }
}
