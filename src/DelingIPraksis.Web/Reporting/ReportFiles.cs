using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Reporting;

/// <summary>The report's files, for those who lead, own or follow the gathering. To others there is nothing here.</summary>
internal static class ReportFiles
{
    public static string Address(Id<Gathering> gathering, string format, bool attributed) =>
        $"/samling/{gathering.Value}/filer/{format}?utgave={ReportEditions.NameOf(attributed)}";

    public static void MapReportFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/samling/{id:guid}/filer/{format}", SendAsync);

    private static async Task<IResult> SendAsync(Guid id, string format, string? utgave, IRooms rooms, IVisitor visitor, ReportFileSet files, HttpContext context)
    {
        var file = files.Find(format);
        if (file is null || ReportEditions.IsAttributed(utgave) is not { } attributed) return Results.NotFound();
        var gathering = await rooms.ReadAsync(new Id<Gathering>(id));
        if (GatheringView.For(gathering, await visitor.AsAccountAsync()).Report(attributed) is not { } report) return Results.NotFound();
        if (file is OfficeFile { IsAvailable: false } missing) return Results.Text(missing.Excuse, statusCode: StatusCodes.Status503ServiceUnavailable);
        // What is written in confidence stays out of every cache on the way.
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(stream => file.WriteAsync(report, stream, context.RequestAborted), file.ContentType, ReportFileName.Of(report, format));
    }
}
