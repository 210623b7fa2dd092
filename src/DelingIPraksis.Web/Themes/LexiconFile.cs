using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Themes;

/// <summary>A network's own words as a file, for the owners of one of its gatherings. Others get 404.</summary>
internal static class LexiconFile
{
    public static void MapLexiconFile(this IEndpointRouteBuilder routes) => routes.MapGet(Addresses.Routes.Words, SendAsync);

    private static async Task<IResult> SendAsync(Guid id, IRooms rooms, IVisitor visitor, INetworkLexicons lexicons, HttpContext context)
    {
        var view = GatheringView.For(await rooms.ReadAsync(new Id<Gathering>(id)), await visitor.AsAccountAsync());
        if (!view.Owns) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        var text = LexiconJson.Write(await lexicons.OfAsync(await lexicons.KeyOfAsync(view.Id)));
        return Results.File(
            Encoding.UTF8.GetBytes(text),
            "application/json",
            $"{Slug.Of(view.Facts.Network.Value, view.Facts.Date.Year)}-ord.json"
        );
    }
}
