using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting;

/// <summary>The addresses of the report's files, for those who lead, own or observe the gathering. Others get the status 404.</summary>
internal static class ReportFiles
{
    public static string Address(Id<Gathering> gathering, string format, bool attributed) =>
        Addresses.ReportFile(gathering, format, ReportEditions.NameOf(attributed));

    public static void MapReportFiles(this IEndpointRouteBuilder routes) => routes.MapGet(Addresses.Routes.ReportFile, SendAsync);

    private static async Task<IResult> SendAsync(
        Guid id,
        string format,
        string? utgave,
        IRooms rooms,
        IVisitor visitor,
        ReportFileSet files,
        IEvaluationAnswers answers,
        HttpContext context
    )
    {
        var file = files.Find(format);
        if (file is null || ReportEditions.IsAttributed(utgave) is not { } attributed) return Results.NotFound();
        var gathering = await rooms.ReadAsync(new Id<Gathering>(id));
        if (GatheringView.For(gathering, await visitor.AsAccountAsync()).Report(attributed) is not { } report) return Results.NotFound();
        if (attributed) report = report with { Evaluation = await answers.LookAsync(gathering.Id) };
        if (file is OfficeFile { IsAvailable: false } missing) return Away(context, missing.UnavailableReason);
        // The file is confidential, so no cache on the way may store it.
        context.Response.Headers.CacheControl = "private, no-store";
        if (file is OfficeFile) return await ConvertedAsync(file, report, context);
        return Results.Stream(
            stream => file.WriteAsync(report, stream, context.RequestAborted),
            file.ContentType,
            ReportFileName.Of(report, format)
        );
    }

    /// <summary>Converts the whole file before the response begins: LibreOffice may be busy, or fail.</summary>
    private static async Task<IResult> ConvertedAsync(IReportFile file, GatheringReport report, HttpContext context)
    {
        using var made = new MemoryStream();
        try
        {
            await file.WriteAsync(report, made, context.RequestAborted);
        }
        catch (OfficeBusyException busy)
        {
            context.Response.Headers.RetryAfter = "60";
            return Away(context, busy.Message);
        }
        catch (OfficeException broken)
        {
            return Away(context, $"{broken.Message} Hent Word-fila, eller skriv ut den publiserte siden som PDF fra nettleseren.");
        }

        return Results.Bytes(made.ToArray(), file.ContentType, ReportFileName.Of(report, file.Format));
    }

    private static IResult Away(HttpContext context, string sentence)
    {
        // A status page instead of the sentence would not say what to do.
        if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return Results.Text(sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
