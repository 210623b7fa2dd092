using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Kept;

/// <summary>
/// Sends the presentations and the pictures of a report: to those who lead, own or observe the gathering, and to everybody as long as the
/// report that has them is published. Others get the status 404.
/// </summary>
internal static class KeptFiles
{
    public static void MapKeptFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Addresses.Routes.Presentation,
            (Guid id, Guid file, FileStore files, IRooms rooms, IVisitor visitor, IPublishedReports published, HttpContext context) =>
                SendAsync(new(id), file, FileKind.Presentation, files, rooms, visitor, published, context));
        routes.MapGet(
            Addresses.Routes.Picture,
            (Guid id, Guid picture, FileStore files, IRooms rooms, IVisitor visitor, IPublishedReports published, HttpContext context) =>
                SendAsync(new(id), picture, FileKind.Picture, files, rooms, visitor, published, context));
    }

    private static async Task<IResult> SendAsync(
        Id<Gathering> gathering,
        Guid id,
        FileKind kind,
        FileStore files,
        IRooms rooms,
        IVisitor visitor,
        IPublishedReports published,
        HttpContext context
    )
    {
        // Asked first: a made-up address costs one look-up and opens no room.
        if (await files.FindAsync(id) is not { } file || file.Gathering != gathering || file.Kind != kind) return Results.NotFound();
        var view = GatheringView.For(await rooms.ReadAsync(gathering), await visitor.AsAccountAsync());
        var may = (view.FollowsAll && IsIn(view, id)) || await published.ShowsAsync(gathering, id);
        return may ? FileAnswer.ForOne(context, files, file) : Results.NotFound();
    }

    private static bool IsIn(GatheringView view, Guid id) =>
        view.Blocks.SelectMany(block => block.Talks).Any(talk => talk.Files.Exists(file => file.Id.Value == id))
        || view.Pictures.Any(picture => picture.Id == new Id<ReportPicture>(id));
}
