using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// The report as a Word document with native styles and lists, headings in order, and a language on every run. The Open XML SDK's validator
/// checks it.
/// </summary>
/// <param name="assets">What lies beside the log; null for a document without pictures and logo.</param>
/// <param name="layout">What is laid out of a report; the whole report by default.</param>
/// <param name="forOffice">Whether LibreOffice makes another file of the document.</param>
internal sealed class WordFile(
    ReportAssets? assets = null,
    Func<GatheringReport, ReportDocument>? layout = null,
    bool forOffice = false
) : IReportFile
{
    public string Format => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation) =>
        Package.WriteAsync(
            report,
            stream,
            memory =>
    {
        using var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document);
        Write(package, report);
    }, cancellation);

    private void Write(WordprocessingDocument package, GatheringReport report)
    {
        var words = new ReportWords(report.Facts.Language);
        var document = (layout ?? ReportLayout.Of)(report);
        var face = new WordFace(report.Face, assets?.Of(report.Face));
        var main = package.AddNewPart<MainDocumentPart>(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "rId1"
        );
        main.AddNewPart<StyleDefinitionsPart>("rStyles").Styles = WordStyles.Make(document.Language, face, document.IsBrief);
        main.AddNewPart<NumberingDefinitionsPart>("rNumbering").Numbering = WordNumbering.Make();
        WordFonts.Write(main.AddNewPart<FontTablePart>("rFonts"));
        main.AddNewPart<DocumentSettingsPart>("rSettings").Settings = WordFurniture.Settings(document.Language);
        Package.Describe(package.AddNewPart<CoreFilePropertiesPart>("rId2"), report, document.Meta, words["Report"]);
        var footers = new WordFooters(main, document, words);
        WriteBody(main, document, footers, words, face);
    }

    /// <summary>Writes element by element, so that ten thousand notes are never a tree in memory.</summary>
    private void WriteBody(
        MainDocumentPart main,
        ReportDocument document,
        WordFooters footers,
        ReportWords words,
        WordFace face
    )
    {
        var text = new WordText(document.Language, main);
        var parts = new WordParts(text, words, main, face, assets);
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        var table = document.Appendix.OfType<ReportPart.NoteTable>().FirstOrDefault();
        // The table of notes has landscape pages, in its own section that begins with its heading.
        IReadOnlyList<ReportPart> aside = table is null ? [] : [document.Appendix[^2]];
        var upright = WordFurniture.Front(main, document, text, face)
            .Concat(parts.Contents(document, asField: !forOffice))
            .Concat(document.Parts.Concat(document.Appendix.Where(part => part != table && !aside.Contains(part))).SelectMany(parts.Of));
        WriteSection(writer, upright, table is null ? null : footers.Section(wide: false));
        foreach (var element in aside.SelectMany(parts.Of)) writer.WriteElement(element);
        if (table is not null) WordNoteTable.Write(writer, table, text, words);
        writer.WriteElement(WordFurniture.Foot(main, text, words));
        writer.WriteElement(footers.Section(wide: table is not null));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>A section ends with its last paragraph, so that no empty paragraph follows it.</summary>
    private static void WriteSection(OpenXmlWriter writer, IEnumerable<OpenXmlElement> elements, SectionProperties? end)
    {
        OpenXmlElement? last = null;
        foreach (var element in elements)
        {
            if (last is not null) writer.WriteElement(last);
            last = element;
        }

        if (end is not null && last is Paragraph paragraph) (paragraph.ParagraphProperties ??= new ParagraphProperties()).Append(end);
        if (last is not null) writer.WriteElement(last);
    }
}
