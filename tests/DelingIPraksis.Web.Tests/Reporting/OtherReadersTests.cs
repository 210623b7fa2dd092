using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>The files as they are read by programs that share no code with what wrote them, compared whole.</summary>
public sealed class OtherReadersTests : IDisposable
{
    private readonly Office _office = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-readers-").FullName;

    private static Gathering Gathering => GoldenTests.Promised().Now;

    public void Dispose()
    {
        _office.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Xlsx2csv_reads_every_sheet_of_the_workbook()
    {
        var file = await KeepAsync("notater.xlsx", new WorkbookFile());
        await Golden.EqualAsync("arkiv.xlsx.txt", await OtherProgram.SaysAsync("xlsx2csv", "--all", file));
    }

    [Fact]
    public async Task LibreOffice_reads_the_whole_Word_document()
    {
        var text = await _office.ConvertAsync(
            await Written.WordAsync(Gathering, attributed: true),
            "txt:Text (encoded):UTF8,LF",
            "txt",
            TestContext.Current.CancellationToken
        );
        await Golden.EqualAsync("arkiv.docx.txt", Encoding.UTF8.GetString(text).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task Poppler_reads_the_whole_pdf_and_finds_it_tagged_and_titled()
    {
        var file = await KeepAsync("rapport.pdf", OfficeFile.Pdf(_office));
        var facts = (await OtherProgram.SaysAsync("pdfinfo", file))
            .Split('\n')
            .Where(line =>
                line.Split(':')[0]
                    is "Title"
                        or "Author"
                        or "Subject"
                        or "Keywords"
                        or "Tagged"
                        or "Encrypted"
                        or "JavaScript"
                        or "PDF version"
            );
        // Where a line breaks is for the fonts of the machine to say; what is written, and in which order, is for us.
        // So is how many dots lead to a page number.
        var text = Regex.Replace(await OtherProgram.SaysAsync("pdftotext", file, "-"), @"\.{4,}", " ");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await Golden.EqualAsync("arkiv.pdf.txt", $"{string.Join('\n', facts)}\n\n{string.Join('\n', words)}\n");
    }

    [Fact]
    public async Task Sha256sum_finds_every_file_of_the_bundle_as_it_was_written()
    {
        var file = await KeepAsync("alt.zip", new BundleFile([new ReportJsonFile(), new NotesFile(), new WorkbookFile()]));
        await ZipFile.ExtractToDirectoryAsync(file, _folder, TestContext.Current.CancellationToken);
        var said = await OtherProgram.SaysAsync("sh", "-c", $"cd '{_folder}' && sha256sum --strict -c sha256sums.txt");
        Assert.Equal(
            7,
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.EndsWith(": OK", StringComparison.Ordinal))
        );
        await File.AppendAllTextAsync(Path.Combine(_folder, "LES MEG.txt"), " ", TestContext.Current.CancellationToken);
        Assert.Contains(
            "LES MEG.txt: FAILED",
            await OtherProgram.SaysAsync("sh", "-c", $"cd '{_folder}' && sha256sum -c sha256sums.txt 2>&1 || true"),
            StringComparison.Ordinal
        );
    }

    private async Task<string> KeepAsync(string name, IReportFile file)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(
            path,
            await Written.BytesAsync(file, Gathering, attributed: true),
            TestContext.Current.CancellationToken
        );
        return path;
    }
}
