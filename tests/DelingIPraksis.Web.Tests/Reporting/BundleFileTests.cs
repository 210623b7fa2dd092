using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class BundleFileTests
{
    [Fact]
    public async Task Holds_every_file_with_a_checksum_that_is_right_and_says_what_it_is()
    {
        using var office = new Office();
        using var archive = new ZipArchive(
            new MemoryStream(
                await Written.BytesAsync(new ReportFileSet(office).Find("zip")!, SampleGathering.Whole().Now, attributed: true)
            )
        );
        Assert.Equal(
            ["csv", "csv", "docx", "html", "json", "json", "json", "md", "odt", "pdf", "txt", "txt", "xlsx", "xml"],
            archive.Entries.Select(entry => Path.GetExtension(entry.Name)[1..]).Order(StringComparer.Ordinal));
        var sums = Encoding.UTF8.GetString(Read(archive.GetEntry("sha256sums.txt")!)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(archive.Entries.Count - 1, sums.Length);
        Assert.All(sums, line =>
        {
            var (sum, name) = (line[..64], line[66..]);
            Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(Read(archive.GetEntry(name)!))));
        });
        var facts = JsonDocument.Parse(Read(archive.GetEntry("metadata.json")!)).RootElement;
        Assert.Equal(
            ("Kortreist samling 7. juni 2021", "arkiv", "2021-06-07"),
            (facts.GetProperty("title").GetString(), facts.GetProperty("edition").GetString(), facts.GetProperty("date").GetString())
        );
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
