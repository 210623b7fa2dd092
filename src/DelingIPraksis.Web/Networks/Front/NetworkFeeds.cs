using System.Security.Cryptography;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Networks;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Formats;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Networks.Front;

/// <summary>
/// The calendar and the reports of a network, for programs that subscribe. What is not public is there for the network's own people alone,
/// and for others there is nothing at the address.
/// </summary>
internal static class NetworkFeeds
{
    // A gathering stays in the calendar for as long as somebody may want to look up where it was.
    private const int DaysKept = 400;
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapNetworkFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Addresses.Routes.NetworkCalendar, Reading, CalendarAsync);
        routes.MapMethods(Addresses.Routes.NetworkFeed, Reading, ReportsAsync);
    }

    private static async Task<IResult> CalendarAsync(
        string slug,
        NetworkLists networks,
        NetworkHistory history,
        IVisitor visitor,
        PublicAddress address,
        IStringLocalizer<NetworkTexts> texts,
        TimeProvider time,
        HttpContext context
    )
    {
        if (await networks.FindAsync(slug, await visitor.AsAccountAsync()) is not var (view, current)) return Results.NotFound();
        if (!view.Sees && !view.Public.Gatherings) return Results.NotFound();
        // A calendar that has the old address of a network goes on with the new one.
        if (current != slug) return Results.Redirect(address.To(context.Request, Addresses.NetworkCalendar(current)).AbsoluteUri);
        var page = address.To(context.Request, Addresses.Network(slug));
        var since = history.Today.AddDays(-DaysKept);
        var gatherings = await history.SinceAsync(view.Id, since);
        CalendarEntry[] entries =
        [
            .. gatherings.Select(gathering => new CalendarEntry(
                gathering.Id,
                // The address of the video call is for those who take part.
                gathering.Facts with { Meeting = null },
                gathering.Facts.Ingress.Value,
                page,
                gathering.Sequence,
                gathering.Plan.Sum(phase => phase.Minutes)
            )),
            // Nothing comes after this: the highest sequence there is.
            .. (await history.CalledOffSinceAsync(view.Id, since)).Select(gone => new CalendarEntry(
                gone.Id,
                GatheringFacts.None with { Title = texts["CalledOff"].Value, Date = gone.Day },
                "",
                page,
                int.MaxValue,
                0
            )
            {
                IsCancelled = true,
            }),
        ];
        // The time when it is written is in the file, and must not make it another one.
        var tag = Convert.ToHexStringLower(SHA256.HashData(CalendarFile.WriteFeed(entries, view.Name.Value, default)))[..16];
        context.Response.Headers.CacheControl = view.Public.Gatherings ? "public, max-age=900" : "private, no-cache";
        return Results.Bytes(
            CalendarFile.WriteFeed(entries, view.Name.Value, time.GetUtcNow()),
            CalendarFile.MediaType,
            $"{current}.ics",
            entityTag: new EntityTagHeaderValue($"\"{tag}\"")
        );
    }

    private static async Task<IResult> ReportsAsync(
        string slug,
        NetworkLists networks,
        IVisitor visitor,
        IPublishedReports reports,
        PublicAddress address,
        HttpContext context
    )
    {
        if (await networks.FindAsync(slug, await visitor.AsAccountAsync()) is not var (view, current)) return Results.NotFound();
        if (!view.Sees && !view.Public.Reports) return Results.NotFound();
        if (current != slug) return Results.Redirect(address.To(context.Request, Addresses.NetworkFeed(current)).AbsoluteUri);
        return await ReportFeed.SendAsync(context, reports, address, view.Id, view.Name.Value, slug);
    }
}
