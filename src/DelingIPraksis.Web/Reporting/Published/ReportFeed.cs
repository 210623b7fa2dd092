using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>
/// The published reports as an Atom feed (RFC 4287), of all networks or of one. It is the same for every reader, so any cache may store it.
/// </summary>
internal static class ReportFeed
{
    private static readonly XNamespace _tombstones = "http://purl.org/atompub/tombstones/1.0";
    private const int Newest = 50;
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapReportFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(
            Addresses.Feed,
            Reading,
            (HttpContext context, IPublishedReports reports, PublicAddress address) => SendAsync(context, reports, address, null)
        );
        routes.MapMethods(
            Addresses.Routes.FeedOf,
            Reading,
            (string network, HttpContext context, IPublishedReports reports, PublicAddress address) =>
            SendAsync(context, reports, address, network));
    }

    private static async Task<IResult> SendAsync(HttpContext context, IPublishedReports reports, PublicAddress address, string? network)
    {
        var lines = (await reports.ListAsync()).Where(line => network is null || line.NetworkSlug == network).Take(Newest).ToList();
        // Followers learn that a report is withdrawn. A feed that existed continues to exist.
        var withdrawn = (await reports.WithdrawnAsync())
            .Where(line => network is null || line.NetworkSlug == network)
            .Take(Newest)
            .ToList();
        if (network is not null && lines.Count + withdrawn.Count == 0) return Results.NotFound();
        var found = new List<(PublishedLine Line, PublishedReport.Shown Report)>();
        foreach (var line in lines)
            if (await reports.FindAsync(line.Slug) is PublishedReport.Shown shown) found.Add((line, shown));
        var root = address.To(context.Request, "").AbsoluteUri;
        var title = network is null ? "Deling i praksis" : lines.Count > 0 ? lines[0].Network : withdrawn[0].Network;
        var updated = found
            .Select(there => there.Report.Publication.At)
            .Concat(withdrawn.Select(line => line.At))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
            .Max();
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{found.Count}-{withdrawn.Count}-{found.Sum(there => there.Report.Publication.Sequence)}-{updated.UtcTicks}\""
        );
        context.Response.Headers.CacheControl = "public, max-age=300";
        var page = root + (network is null ? Addresses.Reports : Addresses.ReportsOf(network));
        var feed = new SyndicationFeed(
            [.. found.Select(there => Entry(root, there.Line, there.Report)), .. withdrawn.Select(line => Gone(root, line))]
        )
        {
            Title = new(title),
            Id = page,
            LastUpdatedTime = updated.ToUniversalTime(),
            Links =
            {
                Link("self", root + (network is null ? Addresses.Feed : Addresses.FeedOf(network)), "application/atom+xml"),
                Link("alternate", page, "text/html"),
            },
        };
        foreach (var line in withdrawn) feed.ElementExtensions.Add(Tombstone(line));
        return Results.Bytes(
            Write(feed), "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue(tag), lastModified: updated);
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            feed.SaveAsAtom10(xml);
        return memory.ToArray();
    }

    private static SyndicationItem Entry(string root, PublishedLine line, PublishedReport.Shown report)
    {
        var document = report.Document;
        var (id, link, at) = (IdOf(report.Gathering), $"{root}{line.Path}", report.Publication.At);
        var entry = Entry(document.Language, document.Title.Value, id, link, document.Network.Value, at);
        entry.PublishDate = report.Publication.FirstAt.ToUniversalTime();
        entry.Summary = new(Report.Description(document));
        return entry;
    }

    /// <summary>The entry of a withdrawn report, without its former content.</summary>
    private static SyndicationItem Gone(string root, WithdrawnLine line)
    {
        var words = new ReportWords(Language.Bokmal);
        var id = $"{IdOf(line.Gathering)}#trukket";
        var entry = Entry(words.Language, words["GoneTitle"], id, $"{root}{line.Path}", line.Network, line.At);
        entry.Summary = new(words["GoneText", words.Day(NorwegianTime.DayOf(line.At))]);
        return entry;
    }

    private static SyndicationItem Entry(Language language, string title, string id, string link, string author, DateTimeOffset updated) =>
        new()
        {
            AttributeExtensions = { [new("lang", XNamespace.Xml.NamespaceName)] = language.Code() },
            Title = new(title),
            Id = id,
            LastUpdatedTime = updated.ToUniversalTime(),
            Links = { Link("alternate", link, "text/html") },
            Authors = { new() { Name = author } },
        };

    /// <summary>Asks a reader that supports it to delete the entry (RFC 6721).</summary>
    private static XElement Tombstone(WithdrawnLine line) => new(
        _tombstones + "deleted-entry",
        new XAttribute(XNamespace.Xmlns + "at", _tombstones.NamespaceName),
        new XAttribute("ref", IdOf(line.Gathering)),
        new XAttribute("when", line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
    );

    private static SyndicationLink Link(string relation, string address, string type) => new(new(address), relation, null, type, 0);

    private static string IdOf(Id<Gathering> gathering) => $"urn:uuid:{gathering.Value:D}";
}
