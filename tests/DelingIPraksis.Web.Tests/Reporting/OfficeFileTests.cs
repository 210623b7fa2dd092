using System.Diagnostics;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>With the real LibreOffice, and read by programs that are not ours.</summary>
public sealed class OfficeFileTests : IDisposable
{
    private readonly Office _office = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-office-test-").FullName;

    public void Dispose()
    {
        _office.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_and_says_every_point()
    {
        var gathering = SampleGathering.Whole().Now;
        var file = Path.Combine(_folder, "rapport.pdf");
        await File.WriteAllBytesAsync(file, await Written.BytesAsync(OfficeFile.Pdf(_office), gathering, attributed: false), TestContext.Current.CancellationToken);
        var facts = await RunAsync("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Kortreist samling 7\. juni 2021", facts);
        var text = string.Join(' ', (await RunAsync("pdftotext", file, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(gathering.Points, point => Assert.Contains(string.Join(' ', point.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_who_ask_at_once_wait_for_each_other_and_both_get_theirs()
    {
        var report = GatheringReport.Of(SampleGathering.Whole().Now, attributed: true);
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var stream = new MemoryStream();
            await OfficeFile.OpenDocument(_office).WriteAsync(report, stream, TestContext.Current.CancellationToken);
            return stream.ToArray();
        }));
        Assert.All(made, odt => Assert.Equal("PK"u8, odt.AsSpan(0, 2)));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }
}
