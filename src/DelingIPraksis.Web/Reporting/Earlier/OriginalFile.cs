using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>Finds the report that a gathering was made of, as it was uploaded.</summary>
internal interface IOriginalFile
{
    /// <summary>The original of a gathering, or null.</summary>
    Task<FileRow?> OfAsync(Id<Gathering> gathering);
}

/// <summary>
/// The report that a gathering was made of, as it was uploaded. It is sent to those who lead, own or observe the gathering; others get the
/// status 404.
/// </summary>
internal sealed class OriginalFile(FileStore files) : IOriginalFile
{
    public async Task<FileRow?> OfAsync(Id<Gathering> gathering) =>
        (await files.OfAsync(FileOwner.OfGathering(gathering))).Find(file => file.Kind == FileKind.Original);

    public static async Task<IResult> SendAsync(
        Guid id,
        IRooms rooms,
        IVisitor visitor,
        IOriginalFile originals,
        FileStore files,
        HttpContext context
    )
    {
        var gathering = new Id<Gathering>(id);
        if (!GatheringView.For(await rooms.ReadAsync(gathering), await visitor.AsAccountAsync()).FollowsAll) return Results.NotFound();
        return await originals.OfAsync(gathering) is { } file ? FileAnswer.ForOne(context, files, file) : Results.NotFound();
    }
}
