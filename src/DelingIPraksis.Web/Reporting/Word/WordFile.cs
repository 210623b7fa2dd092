using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The report as a Word document: real styles, real lists, headings in order, a language on every run. Checked by the Open XML SDK's own validator.</summary>
internal sealed class WordFile : IReportFile
{
    public string Format => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        // A package is written back and forth, which no network stream can be; packed it is small.
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
            Write(package, report);
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellation);
    }

    private static void Write(WordprocessingDocument package, GatheringReport report)
    {
        var words = new ReportWords(report.Facts.Language);
        var document = HouseForm.Of(report);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(document.Language);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordNumbering.Make();
        main.AddNewPart<FontTablePart>().Fonts = WordFurniture.Fonts();
        main.AddNewPart<DocumentSettingsPart>().Settings = WordFurniture.Settings(document.Language);
        WordFurniture.Describe(package, document, words);
        var footers = new WordFooters(main, document, words);
        WriteBody(main, document, footers, words);
    }

    /// <summary>Element by element to the part: ten thousand notes are never a tree in memory.</summary>
    private static void WriteBody(MainDocumentPart main, ReportDocument document, WordFooters footers, ReportWords words)
    {
        var text = new WordText(document.Language);
        var parts = new WordParts(text, words, main);
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        foreach (var element in WordFurniture.Front(main, document, text).Concat(parts.Contents(document)).Concat(document.Parts.SelectMany(parts.Of)))
            writer.WriteElement(element);
        var table = document.Appendix.OfType<ReportPart.NoteTable>().FirstOrDefault();
        foreach (var part in document.Appendix.Where(part => part != table))
        {
            // The table of notes lies on its side, in a section of its own that begins with its heading.
            if (table is not null && part == document.Appendix[^2]) writer.WriteElement(new Paragraph(new ParagraphProperties(footers.Section(wide: false))));
            foreach (var element in parts.Of(part)) writer.WriteElement(element);
        }

        if (table is not null) WordNoteTable.Write(writer, table, text, words);
        writer.WriteElement(footers.Section(wide: table is not null));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
