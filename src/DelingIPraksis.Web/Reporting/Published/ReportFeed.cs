using System.Globalization;
using System.Text;
using System.Xml;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>
/// What is published, as an Atom feed (RFC 4287): all of it, or a network's. The same for every reader, so it may lie in any cache.
/// </summary>
internal static class ReportFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
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
        // Those who follow are told that a report is gone; a feed that was there stays.
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
        return Results.Bytes(
            Write(
                title,
                root,
                network is null ? Addresses.Reports : Addresses.ReportsOf(network),
                updated,
                found,
                withdrawn
            ),
            "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue(tag), lastModified: updated);
    }

    private static byte[] Write(
        string title,
        string root,
        string path,
        DateTimeOffset updated,
        IReadOnlyList<(PublishedLine Line, PublishedReport.Shown Report)> reports,
        IReadOnlyList<WithdrawnLine> withdrawn
    )
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "title", title);
            Element(xml, "id", $"{root}{path}");
            Element(xml, "updated", Instant(updated));
            Link(xml, "self", $"{root}{path}/atom.xml", "application/atom+xml");
            Link(xml, "alternate", $"{root}{path}", "text/html");
            foreach (var (line, report) in reports) Entry(xml, root, line, report);
            foreach (var line in withdrawn) Gone(xml, root, line);
            xml.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static void Entry(XmlWriter xml, string root, PublishedLine line, PublishedReport.Shown report)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, report.Document.Language.Code());
        Element(xml, "title", report.Document.Title.Value);
        Element(xml, "id", $"urn:uuid:{report.Gathering.Value:D}");
        Element(xml, "published", Instant(report.Publication.FirstAt));
        Element(xml, "updated", Instant(report.Publication.At));
        Link(xml, "alternate", $"{root}{line.Path}", "text/html");
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", report.Document.Network.Value);
        xml.WriteEndElement();
        Element(xml, "summary", Report.Description(report.Document));
        xml.WriteEndElement();
    }

    // The entry that was there, with nothing of what it said; and the sign that tells a reader which knows it to forget the entry (RFC
    // 6721).
    private static void Gone(XmlWriter xml, string root, WithdrawnLine line)
    {
        var words = new ReportWords(Domain.Gatherings.Language.Bokmal);
        xml.WriteStartElement("at", "deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", $"urn:uuid:{line.Gathering.Value:D}");
        xml.WriteAttributeString("when", Instant(line.At));
        xml.WriteEndElement();
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, words.Language.Code());
        Element(xml, "title", words["GoneTitle"]);
        Element(xml, "id", $"urn:uuid:{line.Gathering.Value:D}#trukket");
        Element(xml, "updated", Instant(line.At));
        Link(xml, "alternate", $"{root}{line.Path}", "text/html");
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", line.Network);
        xml.WriteEndElement();
        Element(xml, "summary", words["GoneText", words.Day(NorwegianTime.DayOf(line.At))]);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
