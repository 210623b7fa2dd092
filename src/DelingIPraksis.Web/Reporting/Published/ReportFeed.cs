using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
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
            (HttpContext context, IPublishedReports reports, PublicAddress address) => SendOldAsync(context, reports, address, null)
        );
        routes.MapMethods(
            Addresses.Routes.FeedOf,
            Reading,
            (string network, HttpContext context, IPublishedReports reports, PublicAddress address) =>
            SendOldAsync(context, reports, address, network));
    }

    /// <summary>Sends the feed of a network. There is none before it has published anything.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reports">The published reports.</param>
    /// <param name="address">The public address of the service.</param>
    /// <param name="network">Which network.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="slug">Its name in addresses.</param>
    public static Task<IResult> SendAsync(
        HttpContext context,
        IPublishedReports reports,
        PublicAddress address,
        Id<Network> network,
        string name,
        string slug
    ) => SendAsync(context, reports, address, new Choice(
        line => line.BelongsTo == network, line => line.BelongsTo == network, name, Addresses.Network(slug), Addresses.NetworkFeed(slug)));

    // The address from before a network had a page of its own. Those who follow it go on with it.
    private static Task<IResult> SendOldAsync(HttpContext context, IPublishedReports reports, PublicAddress address, string? network) =>
        SendAsync(context, reports, address, network is null
            ? new Choice(_ => true, _ => true, "Deling i praksis", Addresses.Reports, Addresses.Feed) { MayBeEmpty = true }
            : new Choice(
                line => line.NetworkSlug == network, line => line.NetworkSlug == network, null,
                Addresses.ReportsOf(network), Addresses.FeedOf(network)));

    private static async Task<IResult> SendAsync(HttpContext context, IPublishedReports reports, PublicAddress address, Choice choice)
    {
        var lines = (await reports.ListAsync()).Where(choice.Takes).Take(Newest).ToList();
        // Followers learn that a report is withdrawn. A feed that existed continues to exist.
        var withdrawn = (await reports.WithdrawnAsync()).Where(choice.TakesWithdrawn).Take(Newest).ToList();
        if (!choice.MayBeEmpty && lines.Count + withdrawn.Count == 0) return Results.NotFound();
        var found = new List<(PublishedLine Line, PublishedReport.Shown Report)>();
        foreach (var line in lines)
            if (await reports.FindAsync(line.Slug) is PublishedReport.Shown shown) found.Add((line, shown));
        var root = address.To(context.Request, "").AbsoluteUri;
        var title = choice.Name ?? (lines.Count > 0 ? lines[0].Network : withdrawn[0].Network);
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
        var page = root + choice.Page;
        var feed = new SyndicationFeed(
            [.. found.Select(there => Entry(root, there.Line, there.Report)), .. withdrawn.Select(line => Gone(root, line))]
        )
        {
            Title = new(title),
            Id = page,
            LastUpdatedTime = updated.ToUniversalTime(),
            Links =
            {
                Link("self", root + choice.Feed, "application/atom+xml"),
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

    /// <summary>Which reports a feed has, and where it is.</summary>
    /// <param name="Takes">Whether a published report is in it.</param>
    /// <param name="TakesWithdrawn">Whether a withdrawn one is.</param>
    /// <param name="Name">Its title; null for the name of the network in the newest report.</param>
    /// <param name="Page">The address of the page with the same reports.</param>
    /// <param name="Feed">Its own address.</param>
    private sealed record Choice(
        Func<PublishedLine, bool> Takes,
        Func<WithdrawnLine, bool> TakesWithdrawn,
        string? Name,
        string Page,
        string Feed)
    {
        /// <summary>Whether it exists before there is anything in it.</summary>
        public bool MayBeEmpty { get; init; }
    }
}
