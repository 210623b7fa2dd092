using System.IO.Compression;
using System.Net;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Import;
using DelingIPraksis.Web.Reporting.Kept;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Reporting.Word;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Pictures;
using DelingIPraksis.Web.Tests.Storage.Kept;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>Pictures and presentations go into the page and every file of a report, and out of them when they are taken away.</summary>
public sealed class KeptInReportTests : IAsyncDisposable
{
    private static readonly Id<Block> _block = new(Guid.Parse("00000000-0000-0000-0000-0000000000b1"));

    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _reader;
    private readonly Office _office = new();

    public KeptInReportTests() => _reader = new HttpClient { BaseAddress = _app.Address };

    private ReportAssets Assets => _app.Services.GetRequiredService<ReportAssets>();

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _office.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_stands_in_word_with_its_alternative_text_and_caption_and_the_document_is_valid()
    {
        var (gathering, _) = await GivenAsync();
        foreach (var forOffice in new[] { false, true })
        {
            using var stream = new MemoryStream(
                await Written.BytesAsync(new WordFile(Assets, forOffice: forOffice), gathering, attributed: false));
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            Assert.Empty(document.Faults());
            Assert.Contains(
                document.Body().Descendants<DocProperties>(), drawing => drawing.Description?.Value == "Folk i ring på et torg");
            Assert.Contains("Torget i Stad Foto: Kari Foto", document.Body().InnerText, StringComparison.Ordinal);
            Assert.Contains("Presentasjon: Kretsløp (pdf, 1 kB)", document.Body().InnerText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_contents_are_a_field_that_word_fills_and_references_that_libreoffice_computes()
    {
        var (gathering, _) = await GivenAsync();
        var word = Encoding.UTF8.GetString(await BodyAsync(new WordFile(Assets), gathering));
        Assert.Contains("w:dirty=\"true\"", word, StringComparison.Ordinal);
        Assert.Contains("TOC \\o", word, StringComparison.Ordinal);
        Assert.Contains("PAGEREF _Toc_del_1", word, StringComparison.Ordinal);
        var office = Encoding.UTF8.GetString(await BodyAsync(new WordFile(Assets, forOffice: true), gathering));
        Assert.DoesNotContain("TOC \\o", office, StringComparison.Ordinal);
        Assert.Contains("PAGEREF _Toc_del_1", office, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pdf_has_the_picture_page_numbers_and_only_our_typefaces()
    {
        var (gathering, _) = await GivenAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("deling-kept-").FullName, "rapport.pdf");
        await File.WriteAllBytesAsync(
            file,
            await Written.BytesAsync(OfficeFile.Pdf(_office, Assets), gathering, attributed: false),
            TestContext.Current.CancellationToken);
        Assert.Contains("jpeg", await OtherProgram.SaysAsync("pdfimages", "-list", file), StringComparison.Ordinal);
        Assert.Matches(@"Om samlingen\D+ 1\s", await OtherProgram.SaysAsync("pdftotext", "-layout", file, "-"));
        var fonts = (await OtherProgram.SaysAsync("pdffonts", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.All(fonts, font => Assert.Matches("SourceSerif4|AtkinsonHyperlegibleNext", font));
        // The alternative text of the figure, as a PDF writes it: UTF-16 in hexadecimal digits.
        var alternative = $"/Alt<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("Folk i ring"))}";
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(alternative, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task The_html_file_is_whole_in_itself_and_markdown_names_the_file_in_the_bundle()
    {
        var (gathering, _) = await GivenAsync();
        var page = await Written.TextAsync(new HtmlFile(Assets), gathering, attributed: false);
        Assert.Contains("<figure><img src=\"data:image/", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Folk i ring på et torg\"", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption>Torget i Stad Foto: Kari Foto</figcaption>", page, StringComparison.Ordinal);
        var text = await Written.TextAsync(new MarkdownFile(Assets), gathering, attributed: false);
        Assert.Contains($"![Folk i ring på et torg](bilder/{gathering.Pictures[0].File.Hash[..8]}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bundle_has_every_file_and_its_checksum()
    {
        var (gathering, _) = await GivenAsync();
        var bytes = await Written.BytesAsync(
            new BundleFile([new MarkdownFile(Assets), new ReportJsonFile()], Assets), gathering, attributed: true);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        var sums = await ReadAsync(zip, "sha256sums.txt");
        foreach (var name in new[] { KeptNames.Of(gathering.Pictures[0]), KeptNames.Of(gathering.Blocks[0].Talks[0].Files[0]) })
        {
            Assert.Contains(name, names);
            Assert.Contains($"  {name}\n", sums, StringComparison.Ordinal);
            Assert.Contains(name, await ReadAsync(zip, "LES MEG.txt"), StringComparison.Ordinal);
        }

        var json = await ReadAsync(
            zip,
            names.Single(name =>
                name.EndsWith(".json", StringComparison.Ordinal) && name is not ("metadata.json" or "rapport.schema.json")));
        Assert.Contains(gathering.Pictures[0].File.Hash, json, StringComparison.Ordinal);
        Assert.Contains(gathering.Blocks[0].Talks[0].Files[0].Hash, json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_presentations_of_a_bundle_are_taken_in_with_the_gathering()
    {
        var (gathering, owner) = await GivenAsync();
        using var bundle = await BundledAsync(gathering);
        var taken = await _app.Services.GetRequiredService<GatheringImporter>().TakeInAsync(
            bundle, owner, copy: true, TestContext.Current.CancellationToken);
        Assert.Empty(taken.Faults);
        Assert.NotEqual(gathering.Id, taken.Gathering);
        var (was, file) = (gathering.Blocks[0].Talks[0].Files[0],
            Assert.Single((await _app.Rooms.ReadAsync(taken.Gathering)).Blocks[0].Talks[0].Files));
        Assert.Equal((was.Name, was.Format, was.Size, was.Hash), (file.Name, file.Format, file.Size, file.Hash));
        var files = _app.Services.GetRequiredService<FileStore>();
        await using var content = files.Open((await files.FindAsync(file.Id.Value))!);
        Assert.Equal(was.Size, content.Length);
    }

    /// <summary>The bundle is changed after it was made: nothing of it is taken in, and it is said which file is wrong.</summary>
    [Theory]
    [InlineData("gone", "mangler i zip-fila, eller er endret")]
    [InlineData("changed", "mangler i zip-fila, eller er endret")]
    [InlineData("bomb", "Fila er større enn 50 MB.")]
    [InlineData("torn", "Zip-fila er skadet")]
    public async Task A_bundle_with_another_presentation_than_it_says_changes_nothing(string what, string told)
    {
        var (gathering, owner) = await GivenAsync();
        using var bundle = await BundledAsync(gathering);
        var name = KeptNames.Of(gathering.Blocks[0].Talks[0].Files[0]);
        if (what == "torn") bundle.SetLength(bundle.Length - 30);
        else
            await using (var zip = new ZipArchive(bundle, ZipArchiveMode.Update, leaveOpen: true))
            {
                zip.GetEntry(name)!.Delete();
                if (what != "gone")
                {
                    await using var other = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                    await other.WriteAsync(new byte[what == "bomb" ? 51 * 1024 * 1024 : 10], TestContext.Current.CancellationToken);
                }
            }

        bundle.Position = 0;
        var taken = await _app.Services.GetRequiredService<GatheringImporter>().TakeInAsync(
            bundle, owner, copy: true, TestContext.Current.CancellationToken);
        Assert.Contains(
            told, Assert.Single(taken.Faults).Say(System.Globalization.CultureInfo.GetCultureInfo("nb")), StringComparison.Ordinal);
        Assert.Equal(default, taken.Gathering);
    }

    [Fact]
    public async Task A_published_page_shows_the_picture_until_it_is_removed()
    {
        var (gathering, owner) = await GivenAsync();
        var picture = gathering.Pictures[0];
        var address = new Uri($"/{Addresses.Picture(gathering.Id, picture.Id)}", UriKind.Relative);
        using (var before = await _reader.GetAsync(address, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await _app.Rooms.MustKeepAsync(gathering.Id, owner, new ReportPublished());
        var page = $"/rapporter/{await _app.Services.GetRequiredService<IPublishedReports>().SlugOfAsync(gathering.Id)}";
        Assert.Contains("alt=\"Folk i ring på et torg\"", await PageAsync(page), StringComparison.Ordinal);
        using (var after = await _reader.GetAsync(address, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, after.StatusCode);
            Assert.InRange(after.Content.Headers.ContentLength ?? 0, 1, 200 * 1024);
        }

        await _app.Rooms.MustKeepAsync(gathering.Id, owner, new PictureRemoved(picture.Id));
        await _app.Services.GetRequiredService<IReportPictures>().RemoveAsync(picture.Id);
        Assert.DoesNotContain("<figure", await PageAsync(page), StringComparison.Ordinal);
        using var gone = await _reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task<MemoryStream> BundledAsync(Gathering gathering)
    {
        var bundle = new MemoryStream();
        await bundle.WriteAsync(
            await Written.BytesAsync(
                new BundleFile([new MarkdownFile(Assets), new ReportJsonFile()], Assets), gathering, attributed: true),
            TestContext.Current.CancellationToken);
        bundle.Position = 0;
        return bundle;
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(
        await _reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> BodyAsync(IReportFile file, Gathering gathering)
    {
        await using var zip = new ZipArchive(new MemoryStream(await Written.BytesAsync(file, gathering, attributed: false)));
        return Encoding.UTF8.GetBytes(await ReadAsync(zip, "word/document.xml"));
    }

    private async Task<(Gathering Gathering, Actor.Account Owner)> GivenAsync()
    {
        var gathering = await _app.Rooms.GivenGatheringAsync();
        var talk = new Talk(new(Guid.CreateVersion7()), "Kretsløp", [new("Kari Dahl", "KS")], "Vi deler.");
        Task DoAsync(Change change) => _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, change);
        await DoAsync(new BlockPut(new Block(_block, "Bolk", "", [talk], false)));
        foreach (var part in new[] { ReportText.About, ReportText.Welcome, ReportText.Closing })
            await DoAsync(new ReportTextWritten(part, "Noe om samlingen."));
        var id = Guid.CreateVersion7();
        var kept = Assert.IsType<FileOutcome.Kept>(await _app.Services.GetRequiredService<FileStore>().KeepAsync(
            id, FileOwner.OfGathering(gathering.Id), FileKind.Presentation, "Lysark.pdf", new MemoryStream(Samples.Pdf())));
        await DoAsync(new TalkFilePut(talk.Id, new TalkFile(new(id), "Lysark.pdf", "pdf", kept.File.Size, kept.File.Hash)));
        var (picture, fault) = await _app.Services.GetRequiredService<IReportPictures>().KeepAsync(
            gathering.Id, "torg.jpg", new MemoryStream(PictureEncoderTests.Drawn(2400, 1200, SkiaSharp.SKEncodedImageFormat.Jpeg)));
        Assert.Null(fault);
        await DoAsync(new PicturePut(picture! with
        {
            Caption = "Torget i Stad",
            Alternative = "Folk i ring på et torg",
            Credit = "Kari Foto",
            Consent = true,
            After = _block,
        }));
        return (await _app.Rooms.ReadAsync(gathering.Id), gathering.Owner);
    }
}
