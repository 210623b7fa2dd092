using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Programme.Plan;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Formats;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Programme.Invite;

/// <summary>
/// The files that an organiser downloads: the calendar entry, the image of the code, the plan. Others get «not found».
/// </summary>
internal static class InvitationFiles
{
    public static void MapInvitationFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Addresses.Routes.Calendar, CalendarAsync);
        routes.MapGet(Addresses.Routes.CodePicture, PictureAsync);
        routes.MapGet(Addresses.Routes.PlanFile, PlanAsync);
    }

    private static async Task<IResult> CalendarAsync(
        Guid id,
        IRooms rooms,
        IVisitor visitor,
        IJoinCodeProvider wayIn,
        TimeProvider time,
        IStringLocalizer<InvitationTexts> texts,
        PublicAddress address,
        HttpRequest request
    )
    {
        if (await ViewAsync(id, rooms, visitor) is not { } view) return Results.NotFound();
        var code = await wayIn.CodeAsync(view.Id);
        var link = address.To(request, code is { } opens ? Addresses.Code(opens.Symbols) : "");
        var about = string.Join(
            "\n\n",
            new[] { view.Facts.Ingress.Value, code is { } shown ? texts["CalendarCode", link.AbsoluteUri, shown.Shown] : "" }.Where(part =>
                part.Length > 0
            )
        );
        var entry = new CalendarEntry(view.Id, view.Facts, about, link, view.Sequence, view.Plan.Sum(phase => phase.Minutes));
        return Results.File(CalendarFile.Write(entry, time.GetUtcNow()), CalendarFile.MediaType, $"{NameOf(view)}.ics");
    }

    private static async Task<IResult> PictureAsync(
        Guid id,
        IRooms rooms,
        IVisitor visitor,
        IJoinCodeProvider wayIn,
        IStringLocalizer<InvitationTexts> texts,
        PublicAddress address,
        HttpRequest request
    )
    {
        if (await ViewAsync(id, rooms, visitor) is not { } view || await wayIn.CodeAsync(view.Id) is not { } code)
            return Results.NotFound();
        var link = address.To(request, Addresses.Code(code.Symbols)).AbsoluteUri;
        return Results.File(
            Encoding.UTF8.GetBytes(QrPicture.Svg(link, texts["QrLabel", code.Shown])),
            "image/svg+xml",
            $"{NameOf(view)}-qr.svg"
        );
    }

    private static async Task<IResult> PlanAsync(Guid id, IRooms rooms, IVisitor visitor) =>
        await ViewAsync(id, rooms, visitor) is { Plan.Count: > 0 } view
            ? Results.File(
                PlanTemplates.Write(new(view.Theme.IsEmpty ? view.Facts.Title.Value : view.Theme.Value, [.. view.Plan])),
                "application/json",
                $"{NameOf(view)}-plan.json"
            )
        : Results.NotFound();

    private static async Task<GatheringView?> ViewAsync(Guid id, IRooms rooms, IVisitor visitor)
    {
        var view = GatheringView.For(await rooms.ReadAsync(new Id<Gathering>(id)), await visitor.AsAccountAsync());
        return view.FollowsAll ? view : null;
    }

    private static string NameOf(GatheringView view) => Slug.Of(view.Facts.Title.Value, view.Facts.Date.Year);
}
