using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>The report that a gathering was made of, as it was uploaded, for those who lead, own or observe it. Others get the status
/// 404.</summary>
internal static class OriginalFile
{
    public static void MapOriginalFile(this IEndpointRouteBuilder routes) => routes.MapGet(Addresses.Routes.Original, SendAsync);

    /// <summary>The original of a gathering, or null.</summary>
    public static async Task<FileRow?> OfAsync(FileStore files, Id<Gathering> gathering) =>
        (await files.OfAsync(FileOwner.OfGathering(gathering))).Find(file => file.Kind == FileKind.Original);

    private static async Task<IResult> SendAsync(Guid id, IRooms rooms, IVisitor visitor, FileStore files, HttpContext context)
    {
        var gathering = new Id<Gathering>(id);
        if (!GatheringView.For(await rooms.ReadAsync(gathering), await visitor.AsAccountAsync()).FollowsAll) return Results.NotFound();
        return await OfAsync(files, gathering) is { } file ? FileAnswer.ForOne(context, files, file) : Results.NotFound();
    }
}
