using System.IO.Compression;
using System.Text;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Reporting.Earlier.Formats;
using DelingIPraksis.Web.Reporting.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

public sealed class ReportSourceTests : IDisposable
{
    private readonly Office _noOffice = new(program: "/nowhere/soffice");
    private readonly PdfText _pdf = new();

    private ReportSource Source => new(_noOffice, _pdf);

    public void Dispose()
    {
        _noOffice.Dispose();
        _pdf.Dispose();
    }

    [Fact]
    public async Task A_Word_document_is_read_with_headings_lists_links_and_tables()
    {
        var document = (await ReadAsync(Word())).Document!;
        Assert.Equal(
            [
                (ParagraphShape.Heading, 1, "Samling i Lom"), (ParagraphShape.Heading, 2, "Barrierer"),
                (ParagraphShape.Item, 0, "Tid (Målt i 2019.)"),
                (ParagraphShape.Text, 0, "Se presentasjonen"), (ParagraphShape.Row, 0, "09.00\tFlom\tAne Bø"),
                    (ParagraphShape.Text, 0, "Skred og snø"),
            ],
            document.Paragraphs.Select(paragraph => (paragraph.Shape, paragraph.Level, paragraph.Text)));
        Assert.Equal("https://lom.example/flom.pdf", Assert.Single(document.Paragraphs[3].Links).Address.AbsoluteUri);
        Assert.True(document.Paragraphs[5].IsStrong);
    }

    [Fact]
    public async Task A_page_is_read_without_its_scripts_and_its_menu()
    {
        var read = await ReadAsync(Encoding.UTF8.GetBytes(
            "<html><body><nav><a href='/x'>Meny</a></nav><script>document.write('ond')</script>"
                + "<p onclick='x()'>God <a href='javascript:alert(1)'>dag</a></p>"
                + "<img src='https://spor.example/1.gif'><p style='display: none'>skjult</p></body></html>"));
        var paragraph = Assert.Single(read.Document!.Paragraphs);
        Assert.Equal("God dag", paragraph.Text);
        Assert.Empty(paragraph.Links);
        Assert.Equal("text/html", read.MediaType);
    }

    [Fact]
    public async Task A_page_that_is_called_docx_is_read_as_a_page_and_kept_as_one()
    {
        var read = await ReadAsync("<!DOCTYPE html><h1>Samling</h1><p>Hei</p>"u8.ToArray());
        Assert.Equal(2, read.Document!.Paragraphs.Count);
        Assert.Equal("rapport.html", ReportSource.NameOf("rapport.docx", read));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task A_text_is_read_in_the_usual_encodings(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var read = await ReadAsync([.. Encoding.GetEncoding(encoding).GetPreamble(),
            .. Encoding.GetEncoding(encoding).GetBytes("Åpning på Værøy\n\nÆrlig talt")]);
        Assert.Equal(["Åpning på Værøy", "Ærlig talt"], read.Document!.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_by_what_it_is()
    {
        Assert.Equal("IsPicture", (await ReadAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])).Fault);
        Assert.Equal("OldWord", (await ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Fault);
        Assert.Equal("NotAReport", (await ReadAsync([.. Enumerable.Range(0, 4000).Select(number => (byte)(number % 31))])).Fault);
        Assert.Equal("NotAReport", (await ReadAsync(Zip(("xl/workbook.xml", "<x/>")))).Fault);
        Assert.Equal("Broken", (await ReadAsync(Zip(("mimetype", "application/vnd.oasis.opendocument.text")))).Fault);
        Assert.Equal("Broken", (await ReadAsync(Word()[..400])).Fault);
        Assert.Equal("Broken", (await ReadAsync(Zip(("word/document.xml", "<w:document")))).Fault);
        Assert.Equal("NoWords", (await ReadAsync("  \n 123 \n"u8.ToArray())).Fault);
        Assert.Equal("IsArchive", (await ReadAsync("{ \"format\": \"deling-i-praksis\", \"version\": 1 }"u8.ToArray())).Fault);
        Assert.Equal("TooLarge", (await ReadAsync(new byte[ReportSource.LargestFile + 1])).Fault);
        Assert.Equal("TooLong", ReportSource.Pasted(new string('a', ReportSource.LongestText + 1)).Fault);
    }

    [Fact]
    public async Task An_archive_that_is_large_when_unpacked_is_refused_before_it_is_read() =>
        Assert.Equal("TooLarge", (await ReadAsync(Zip(("word/document.xml", new string(' ', 101_000_000))))).Fault);

    [Fact]
    public async Task Where_PDF_cannot_be_read_that_is_told()
    {
        using var none = new PdfText(program: "/nowhere/pdftotext");
        var read = await new ReportSource(_noOffice, none).ReadAsync("%PDF-1.4 nothing"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("NoPdfReader", read.Fault);
    }

    [Fact]
    public void A_page_with_tags_in_tags_without_end_is_read_to_its_limit()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "bunn<p>x</p>";
        Assert.Contains("bunn", string.Concat(ReportSource.Pasted(deep).Document!.Paragraphs.Select(paragraph => paragraph.Text)),
            StringComparison.Ordinal);
    }

    private Task<SourceResult> ReadAsync(byte[] content) => Source.ReadAsync(content, TestContext.Current.CancellationToken);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

        return stream.ToArray();
    }

    private static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var link = main.AddHyperlinkRelationship(new Uri("https://lom.example/flom.pdf"), isExternal: true);
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("Tittel", "Title"), Style("Overskrift2", "heading 2"), Style("Underoverskrift", "Egen", "Overskrift2"));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(new Paragraph(Run("Målt i 2019."))) { Id = 2 });
            main.Document = new Document(new Body(
                Styled("Tittel", "Samling i Lom"),
                Styled("Underoverskrift", "Barrierer"),
                new Paragraph(
                    new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
                    Run("Tid"),
                    new Run(new FootnoteReference { Id = 2 }),
                    new DeletedRun(new Run(new DeletedText("slettet")))),
                new Paragraph(new Hyperlink(Run("Se presentasjonen")) { Id = link.Id }),
                new Table(new TableRow(Cell("09.00"), Cell("Flom"), Cell("Ane Bø"))),
                new Paragraph(new Run(new RunProperties(new Bold()), new Text("Skred ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new RunProperties(new Bold()), new Text("og snø")))));
        }

        return stream.ToArray();

        static Style Style(string id, string name, string? on = null)
        {
            var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
            if (on is not null) style.Append(new BasedOn { Val = on });
            return style;
        }

        static Paragraph Styled(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

        static Run Run(string text) => new(new Text(text));

        static TableCell Cell(string text) => new(new Paragraph(Run(text)));
    }
}
