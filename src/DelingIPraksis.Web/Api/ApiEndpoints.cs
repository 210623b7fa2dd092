using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Api;

/// <summary>
/// What the HTTP interface answers: always for the network of the token, and never what the network's own people may not see.
/// </summary>
internal sealed class ApiEndpoints(Database database, GatheringLog log, IRooms rooms, PublicAddress address)
{
    public const int MostOnPage = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Addresses.OfApi.Network, (HttpContext context, ApiEndpoints of) => of.NetworkAsync(context))
            .For<NetworkAnswer>("getNetwork", "The network of the token", ApiScope.None);
        api.MapGet(
                Addresses.OfApi.Gatherings,
                (HttpContext context, ApiEndpoints of, int page = 1, int size = 50) => of.ListAsync(context, page, size))
            .For<ListAnswer<GatheringAnswer>>("listGatherings", "The gatherings, the newest first", ApiScope.Programme);
        api.MapGet(Addresses.OfApi.Programme, (HttpContext context, ApiEndpoints of, Guid id) => of.ProgrammeAsync(context, id))
            .For<ProgrammeAnswer>("getProgramme", "The programme of a gathering", ApiScope.Programme);
        api.MapGet(Addresses.OfApi.Archive, (HttpContext context, ApiEndpoints of, Guid id) => of.ArchiveAsync(context, id))
            .For<ReportJson>("getArchive", "All of a gathering, as its archive has it", ApiScope.Archive);
        api.MapGet(
                Addresses.OfApi.Reports,
                (HttpContext context, ApiEndpoints of, int page = 1, int size = 50) => of.ReportsAsync(context, page, size))
            .For<ListAnswer<ReportAnswer>>("listReports", "The published reports, the newest gathering first", ApiScope.Reports);
        api.MapGet(Addresses.OfApi.Report, (HttpContext context, ApiEndpoints of, string slug) => of.ReportAsync(context, slug))
            .For<ReportJson>("getReport", "A published report, as it was published", ApiScope.Reports);
    }

    private async Task<IResult> NetworkAsync(HttpContext context)
    {
        var token = ApiAccess.TokenOf(context);
        var network = await database.ReadAsync(db => db.Networks.FirstOrDefaultAsync(there => there.Id == token.Network));
        return network is null
            ? ApiAccess.NotFound("The network is gone.")
            : ApiAnswer.Of(context, new NetworkAnswer(
                network.Id.ToString(),
                network.Name,
                address.To(context.Request, Addresses.Network(network.Slug)),
                ApiAccess.NamesOf(token.Scopes),
                token.Until
            ));
    }

    private async Task<IResult> ListAsync(HttpContext context, int page, int size)
    {
        if (ApiAccess.FaultOfPage(page, size) is { } fault) return fault;
        var network = ApiAccess.TokenOf(context).Network;
        var (rows, total) = await database.ReadAsync(async db =>
        {
            var all = db.Gatherings.Where(gathering => gathering.BelongsTo == network && !gathering.IsDemo);
            return (
                await all.OrderByDescending(gathering => gathering.Date).ThenBy(gathering => gathering.Id)
                    .Skip((page - 1) * size).Take(size).ToListAsync(),
                await all.CountAsync());
        });
        return ApiAnswer.OfPage(context, page, size, total, [
            .. rows.Select(row => new GatheringAnswer(
                row.Id.ToString(),
                row.Title,
                row.Date,
                row.PublishedSequence is not null,
                row.PublishedSequence is null ? null : row.PublishedAt,
                row.PublishedSequence is null ? null : address.To(context.Request, Addresses.Report(row.Slug))
            )),
        ]);
    }

    private async Task<IResult> ProgrammeAsync(HttpContext context, Guid id)
    {
        if (await FindAsync(context, id) is not { } gathering) return ApiAccess.NotFound("The network has no such gathering.");
        var report = ReportJsonFile.Of(GatheringReport.Of(gathering, attributed: false));
        return ApiAnswer.Of(context, new ProgrammeAnswer(gathering.Id.ToString(), report.Gathering, report.Blocks ?? []));
    }

    private async Task<IResult> ArchiveAsync(HttpContext context, Guid id) =>
        await FindAsync(context, id) is { } gathering
            ? ApiAnswer.Of(context, ReportJsonFile.Of(GatheringReport.Of(gathering, attributed: true)))
            : ApiAccess.NotFound("The network has no such gathering.");

    private async Task<IResult> ReportsAsync(HttpContext context, int page, int size)
    {
        if (ApiAccess.FaultOfPage(page, size) is { } fault) return fault;
        var network = ApiAccess.TokenOf(context).Network;
        var (rows, total) = await database.ReadAsync(async db =>
        {
            var all = db.Gatherings.Where(gathering =>
                gathering.BelongsTo == network && !gathering.IsDemo && gathering.PublishedSequence != null);
            return (
                await all.OrderByDescending(gathering => gathering.Date).ThenBy(gathering => gathering.Id)
                    .Skip((page - 1) * size).Take(size).ToListAsync(),
                await all.CountAsync());
        });
        return ApiAnswer.OfPage(context, page, size, total, [
            .. rows.Select(row => new ReportAnswer(
                row.Slug,
                row.Title,
                row.Date,
                row.PublishedAt ?? row.CreatedAt,
                address.To(context.Request, Addresses.Report(row.Slug)),
                address.To(context.Request, $"{Addresses.Api}/reports/{Uri.EscapeDataString(row.Slug)}")
            )),
        ]);
    }

    private async Task<IResult> ReportAsync(HttpContext context, string slug)
    {
        var network = ApiAccess.TokenOf(context).Network;
        var row = await database.ReadAsync(db => db.Gatherings.FirstOrDefaultAsync(gathering =>
            gathering.Slug == slug && gathering.BelongsTo == network && !gathering.IsDemo));
        if (row?.PublishedSequence is not { } sequence)
            return row?.WithdrawnAt is null
                ? ApiAccess.NotFound("The network has published no such report.")
                : ApiAccess.Problem(StatusCodes.Status410Gone, "The report is withdrawn.");
        var gathering = await log.FoldToAsync(row.Id, sequence);
        return ApiAnswer.Of(context, ReportJsonFile.Of(GatheringReport.Of(gathering, attributed: false)));
    }

    /// <summary>A gathering of the network; null for one of another, as for one that does not exist.</summary>
    private async Task<Gathering?> FindAsync(HttpContext context, Guid id)
    {
        var (network, wanted) = (ApiAccess.TokenOf(context).Network, new Id<Gathering>(id));
        var belongs = await database.ReadAsync(db => db.Gatherings.AnyAsync(gathering =>
            gathering.Id == wanted && gathering.BelongsTo == network && !gathering.IsDemo));
        return belongs && await rooms.ReadAsync(wanted) is { Exists: true } gathering ? gathering : null;
    }
}
