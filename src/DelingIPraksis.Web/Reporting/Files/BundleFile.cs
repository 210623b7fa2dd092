using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Everything in one archive, for a municipality's records: the documents, the data, the metadata (<c>metadata.json</c>, and
/// <c>metadata.xml</c> in Dublin Core), a note on how to read it, and the checksums (<c>sha256sums.txt</c>, for <c>sha256sum -c</c>).
/// </summary>
internal sealed class BundleFile(IReadOnlyList<IReportFile> files, ReportAssets? assets = null) : IReportFile
{
    private readonly IReadOnlyList<IReportFile> _files = [.. files.OrderBy(file => file.Format, StringComparer.Ordinal)];

    public string Format => "zip";

    public string ContentType => "application/zip";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        var talks = report.Blocks.SelectMany(block => block.Talks).SelectMany(talk => talk.Files);
        var kept = assets is null
            ? []
            : talks.Select(file => (KeptNames.Of(file), (Func<Stream?>)(() => assets.Open(file))))
                .Concat(report.Pictures.Select(picture => (KeptNames.Of(picture), (Func<Stream?>)(() => Bytes(picture.File)))))
                .DistinctBy(file => file.Item1)
                .ToList();
        if (kept.Count == 0)
        {
            await Package.WriteAsync(report, stream, memory => PackAsync(report, memory, [], cancellation), cancellation);
            return;
        }

        // Presentations may be large, so that bundle is made on the disk, and its file goes when it is closed.
        await using var file = Package.Temporary();
        await PackAsync(report, file, kept, cancellation);
        file.Position = 0;
        await file.CopyToAsync(stream, cancellation);
    }

    private MemoryStream? Bytes(PictureFile picture) => assets!.Of(picture) is { } bytes ? new MemoryStream(bytes) : null;

    private async Task PackAsync(
        GatheringReport report, Stream into, List<(string Name, Func<Stream?> Open)> kept, CancellationToken cancellation)
    {
        var at = Package.Clock(NorwegianTime.Of(report.ChangedAt));
        await using var archive = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        var sums = new StringBuilder();
        var made = new List<IReportFile>();
        foreach (var file in _files)
        {
            using var content = new MemoryStream();
            if (!await TryWriteAsync(file, report, content, cancellation)) continue;
            made.Add(file);
            await AddAsync(ReportFileName.Of(report, file.Format), content.ToArray());
        }

        foreach (var (name, open) in kept) await AddKeptAsync(name, open);
        await AddAsync("metadata.json", JsonSerializer.SerializeToUtf8Bytes(BundleFacts.Of(report, made), ReportJsonFile.Options));
        await AddAsync("metadata.xml", Encoding.UTF8.GetBytes(BundleFacts.DublinCore(report, made).ToString() + "\n"));
        await AddAsync("rapport.schema.json", Encoding.UTF8.GetBytes(JsonSchema.Text));
        await AddAsync(
            "LES MEG.txt",
            Encoding.UTF8.GetBytes(BundleFacts.ReadMe(
                report, made, [.. _files.Except(made).Select(file => file.Format)], [.. kept.Select(file => file.Name)])));
        await WriteAsync("sha256sums.txt", new MemoryStream(Encoding.UTF8.GetBytes(sums.ToString())));

        async Task AddAsync(string name, byte[] content)
        {
            Sum(name, SHA256.HashData(content));
            await WriteAsync(name, new MemoryStream(content));
        }

        async Task AddKeptAsync(string name, Func<Stream?> open)
        {
            // What was taken away while the bundle is made is left out.
            if (open() is not { } content) return;
            await using (content)
            {
                Sum(name, await SHA256.HashDataAsync(content, cancellation));
                content.Position = 0;
                await WriteAsync(name, content);
            }
        }

        void Sum(string name, byte[] hash) => sums.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash)}  {name}\n");

        async Task WriteAsync(string name, Stream content)
        {
            var entry = archive.CreateEntry(name);
            entry.LastWriteTime = at;
            await using var writing = await entry.OpenAsync(cancellation);
            await content.CopyToAsync(writing, cancellation);
        }
    }

    /// <summary>A file that LibreOffice cannot make now is left out, and the bundle says so. The other files are still made.</summary>
    private static async Task<bool> TryWriteAsync(IReportFile file, GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        if (file is OfficeFile { IsAvailable: false }) return false;
        try
        {
            await file.WriteAsync(report, stream, cancellation);
            return true;
        }
        catch (OfficeException)
        {
            return false;
        }
    }
}

/// <summary>The metadata of an archive bundle: what, who, when, which files, in which language, and who may read it.</summary>
internal sealed record BundleFacts(
    string Format,
    int Version,
    string Identifier,
    string Title,
    string Creator,
    string Publisher,
    DateOnly Date,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    string Place,
    string Language,
    string Edition,
    string Description,
    string Rights,
    int Parties, int Notes, BundleWithheld? Withheld, IReadOnlyDictionary<string, int> Points, IReadOnlyList<BundleDocument> Files)
{
    public static BundleFacts Of(GatheringReport report, IReadOnlyList<IReportFile> files)
    {
        var words = new ReportWords(report.Facts.Language);
        return new(
            "deling-i-praksis/arkiv",
            1,
            $"urn:uuid:{report.Gathering.Value:D}",
            report.Facts.Title.OneLine(),
            report.Facts.Network.OneLine(),
            report.Facts.Host.IsEmpty ? report.Facts.Network.OneLine() : report.Facts.Host.OneLine(),
            report.Facts.Date,
            report.MadeAt,
            report.ChangedAt,
            report.Facts.Place.OneLine(),
            report.Facts.Language.Code(),
            ReportEditions.NameOf(report.Attributed),
            report.Theme.IsEmpty ? words["Workshop"] : words["BundleDescription", report.Theme.OneLine()],
            words[report.Attributed ? "BundleRightsArchive" : "BundleRightsPublication"],
            report.Groups.Sum(group => group.Members.Count), report.Notes.Count, BundleWithheld.Of(report.Withheld, words),
            new SortedDictionary<string, int>(
                report.Sections.ToDictionary(section => Domain.Synthesis.Section.NameOf(section.Id), section => section.Points.Count),
                StringComparer.Ordinal
            ),
            [
                .. files.Select(file => new BundleDocument(
                    ReportFileName.Of(report, file.Format),
                    file.ContentType.Split(';')[0],
                    words[$"Format_{file.Format}"]
                )),
            ]
        );
    }

    /// <summary>The same metadata in simple Dublin Core, which archives can read.</summary>
    public static XElement DublinCore(GatheringReport report, IReadOnlyList<IReportFile> files)
    {
        XNamespace dublin = "http://purl.org/dc/elements/1.1/";
        var facts = Of(report, files);
        var words = new ReportWords(report.Facts.Language);
        return new XElement(
            "metadata", new XAttribute(XNamespace.Xmlns + "dc", dublin),
            Said("identifier", facts.Identifier),
            Said("title", facts.Title),
            Said("creator", facts.Creator),
            Said("publisher", facts.Publisher),
            Said("date", Package.Instant(facts.Modified)), Said("language", facts.Language), Said("type", "Collection"),
            Said("subject", report.Theme.OneLine()),
            Said("coverage", facts.Place),
            Said("coverage", facts.Date.ToString("O", CultureInfo.InvariantCulture)),
            Said("description", facts.Description),
            words.Withheld(report.Withheld).Select(sentence => Said("description", sentence)), Said("rights", facts.Rights),
            facts.Files.Select(file => Said("format", file.MediaType)));

        XElement? Said(string name, string value) => value.Length == 0 ? null : new XElement(dublin + name, value);
    }

    /// <summary>Describes the content of the bundle, in the language of the report.</summary>
    public static string ReadMe(
        GatheringReport report, IReadOnlyList<IReportFile> files, IReadOnlyList<string> missing, IReadOnlyList<string> kept)
    {
        var words = new ReportWords(report.Facts.Language);
        var facts = Of(report, files);
        return string.Join('\n',
        [
            facts.Title, facts.Creator, words.Day(facts.Date), "", facts.Description, facts.Rights, "",
            .. words.Withheld(report.Withheld).SelectMany(sentence => new[] { sentence, "" }),
            .. facts.Files.Select(file => $"- {file.Name}: {file.What}"),
            .. kept.Select(name => $"- {name}"),
            $"- metadata.json, metadata.xml: {words["Format_metadata"]}",
            $"- rapport.schema.json: {words["Format_schema"]}",
            $"- sha256sums.txt: {words["Format_sums"]}",
            .. missing.Count > 0 ? ["", words["BundleMissing", string.Join(", ", missing)]] : Array.Empty<string>(),
            "",
        ]);
    }
}

/// <summary>What the archive leaves out, and why: in figures, and in words.</summary>
internal sealed record BundleWithheld(
    int Withheld,
    int Softened,
    int Unanswered,
    int Points,
    IReadOnlyList<string> Unnamed,
    IReadOnlyList<string> Says
)
{
    public static BundleWithheld? Of(ReportWithheld report, ReportWords words) => report == ReportWithheld.Nothing
        ? null
            : new(
                report.Words.Withheld,
                report.Words.Softened,
                report.Words.Open,
                report.Points,
                [.. report.Unnamed.Select(name => name.OneLine())],
                [.. words.Withheld(report)]
            );
}

internal sealed record BundleDocument(string Name, string MediaType, string What);
