using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Formats;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Promises;

/// <summary>
/// The day on which the parties are asked, as files for calendars: one for a party by its link, one for those who organise.
/// </summary>
internal static class FollowupCalendars
{
    public static void MapFollowupCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Addresses.Routes.FollowupCalendar, OfPartyAsync);
        routes.MapGet(Addresses.Routes.PromisesCalendar, OfOrganiserAsync);
    }

    private static async Task<IResult> OfPartyAsync(
        string token,
        FollowupParties parties,
        TimeProvider time,
        IStringLocalizer<PromiseTexts> texts,
        PublicAddress address,
        HttpRequest request
    )
    {
        if (await parties.FindAsync(token) is not { } party) return Results.NotFound();
        var entry = FollowupDay.Entry(
            party.View,
            party.Party.Id.ToString(),
            texts["CalendarTitle", party.View.Facts.Title],
            texts["CalendarAbout"],
            address.To(request, party.Address)
        );
        return Results.File(CalendarFile.Write(entry, time.GetUtcNow()), CalendarFile.MediaType, "oppfolging.ics");
    }

    private static async Task<IResult> OfOrganiserAsync(
        Guid id,
        IRooms rooms,
        IVisitor visitor,
        TimeProvider time,
        IStringLocalizer<PromiseTexts> texts,
        PublicAddress address,
        HttpRequest request
    )
    {
        var view = GatheringView.For(await rooms.ReadAsync(new Id<Gathering>(id)), await visitor.AsAccountAsync());
        if (!view.FollowsAll) return Results.NotFound();
        var entry = FollowupDay.Entry(
            view,
            "organiser",
            texts["CalendarTitle", view.Facts.Title],
            texts["CalendarAboutOrganiser"],
            address.To(request, Addresses.Promises(view.Id))
        );
        return Results.File(CalendarFile.Write(entry, time.GetUtcNow()), CalendarFile.MediaType, "oppfolging.ics");
    }
}
