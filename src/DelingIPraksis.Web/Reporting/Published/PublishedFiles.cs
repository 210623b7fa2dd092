using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>
/// The files of a published report, for everybody: its data, its page for leaders, and its picture. Each is made of the publication, once
/// for each publication and node; a withdrawn report has none.
/// </summary>
internal sealed class PublishedFiles(IPublishedReports reports, Office office, ReportAssets assets)
{
    public const string Data = "data.json";
    public const string Markdown = "rapport.md";
    public const string Picture = "bilde.png";
    public const string LeaderWord = "leder.docx";
    public const string LeaderPdf = "leder.pdf";
    public const string LeaderHtml = "leder.html";

    private const int MostKept = 100;

    private readonly ConcurrentDictionary<(Id<Gathering> Gathering, long Sequence, string File), Lazy<Task<byte[]>>> _kept = new();

    /// <summary>Whether the page for leaders can be had as PDF here.</summary>
    public bool HasPdf => office.IsAvailable;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Addresses.Routes.PublishedFile, SendAsync);

    /// <summary>A file of the report at an address; null when nothing is published there, or there is no such file.</summary>
    /// <exception cref="OfficeException">It cannot be converted now.</exception>
    public async Task<(byte[] Bytes, string ContentType, string Tag)?> FindAsync(string slug, string file)
    {
        if (await reports.FindAsync(slug) is not PublishedReport.Shown shown) return null;
        if (MakerOf(file) is not { } maker) return null;
        if (_kept.Count >= MostKept) _kept.Clear();
        var key = (shown.Gathering, shown.Publication.Sequence, file);
        var made = _kept.GetOrAdd(key, _ => new(() => maker.MakeAsync(shown)));
        try
        {
            return (await made.Value, maker.ContentType, $"\"{shown.Gathering}-{shown.Publication.Sequence}-{file}\"");
        }
        catch
        {
            // What failed once may succeed the next time.
            _kept.TryRemove(KeyValuePair.Create(key, made));
            throw;
        }
    }

    private (string ContentType, Func<PublishedReport.Shown, Task<byte[]>> MakeAsync)? MakerOf(string file) => file switch
    {
        // The page shows no notes, and so the data have none.
        Data => Of(new ReportJsonFile(), report => report with { Notes = [] }),
        Markdown => Of(new MarkdownFile()),
        LeaderWord => Of(new WordFile(assets, LeaderLayout.Of)),
        LeaderHtml => Of(new HtmlFile(assets, LeaderLayout.Of)),
        LeaderPdf when office.IsAvailable => Of(OfficeFile.Pdf(office, assets, LeaderLayout.Of)),
        Picture => ("image/png", shown => Task.Run(() => SharePicture.Png(
            shown.Document.Title.Value,
            shown.Document.Network.Value,
            shown.Document.Meta,
            shown.Document.Face,
            assets.Of(shown.Document.Face)))),
        _ => null,
    };

    private static (string, Func<PublishedReport.Shown, Task<byte[]>>) Of(
        IReportFile file, Func<GatheringReport, GatheringReport>? of = null) => (file.ContentType, async shown =>
    {
        using var made = new MemoryStream();
        await file.WriteAsync(of is null ? shown.Report : of(shown.Report), made, CancellationToken.None);
        return made.ToArray();
    }
    );

    private static async Task<IResult> SendAsync(string slug, string file, PublishedFiles files, HttpContext context)
    {
        try
        {
            if (await files.FindAsync(slug, file) is not var (bytes, type, tag)) return Results.NotFound();
            context.Response.Headers.CacheControl = "no-cache";
            var isShown = file is Picture or LeaderHtml;
            return Results.Bytes(
                bytes,
                type,
                isShown ? null : $"{slug}-{file}",
                entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue(tag));
        }
        catch (OfficeException busy)
        {
            if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            context.Response.Headers.RetryAfter = "60";
            return Results.Text(busy.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
