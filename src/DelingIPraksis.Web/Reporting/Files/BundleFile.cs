using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>Everything in one archive: the documents, the data, what it is (<c>metadata.json</c>) and the checksums (<c>sha256sums.txt</c>, for <c>sha256sum -c</c>).</summary>
internal sealed class BundleFile(IReadOnlyList<IReportFile> files) : IReportFile
{
    public string Format => "zip";

    public string ContentType => "application/zip";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
        {
            var sums = new StringBuilder();
            foreach (var file in files.Where(file => file is not OfficeFile { IsAvailable: false }))
            {
                using var content = new MemoryStream();
                await file.WriteAsync(report, content, cancellation);
                await AddAsync(archive, sums, ReportFileName.Of(report, file.Format), content.ToArray(), report, cancellation);
            }

            await AddAsync(archive, sums, "metadata.json", Metadata(report), report, cancellation);
            await AddAsync(archive, null, "sha256sums.txt", Encoding.UTF8.GetBytes(sums.ToString()), report, cancellation);
        }

        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellation);
    }

    private static async Task AddAsync(ZipArchive archive, StringBuilder? sums, string name, byte[] content, GatheringReport report, CancellationToken cancellation)
    {
        sums?.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}\n");
        var entry = archive.CreateEntry(name);
        // The day of the gathering: the same report is the same archive, whenever it is made.
        entry.LastWriteTime = new DateTimeOffset(report.Facts.Date, new TimeOnly(12, 0), TimeSpan.Zero);
        await using var into = await entry.OpenAsync(cancellation);
        await into.WriteAsync(content, cancellation);
    }

    private static byte[] Metadata(GatheringReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            format = "deling-i-praksis/arkiv",
            version = 1,
            title = report.Facts.Title.OneLine(),
            creator = report.Facts.Network.OneLine(),
            date = report.Facts.Date,
            host = report.Facts.Host.OneLine(),
            language = report.Facts.Language.Code(),
            edition = ReportEditions.NameOf(report.Attributed),
            notes = report.Notes.Count,
            barriers = report.Barriers.Count,
            opportunities = report.Opportunities.Count,
            asks = report.Asks.Count,
        },
        ReportJsonFile.Options);
}
