using System.Globalization;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Duties;

/// <summary>The pack as a Word document, with the styles and typefaces of the report.</summary>
internal sealed class PackFile(OfficerPack pack, TimeProvider time)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int LabelWidth = 2900;

    public async Task<byte[]> MakeAsync(Language language, CancellationToken cancellation)
    {
        var culture = CultureInfo.GetCultureInfo(language.Culture());
        var (title, meta) = pack.Front(culture);
        var sections = await pack.ReadAsync(culture);
        using var file = new MemoryStream();
        await Package.WriteAsync(time.GetUtcNow(), file, memory =>
        {
            using var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document);
            Write(package, language, title, meta, sections);
        }, cancellation);
        return file.ToArray();
    }

    private void Write(
        WordprocessingDocument package, Language language, string title, string meta, IReadOnlyList<PackSection> sections)
    {
        var main = package.AddNewPart<MainDocumentPart>($"{ContentType}.main+xml", "rId1");
        main.AddNewPart<StyleDefinitionsPart>("rStyles").Styles = WordStyles.Make(language, new WordFace(null, null));
        main.AddNewPart<NumberingDefinitionsPart>("rNumbering").Numbering = WordNumbering.Make();
        WordFonts.Write(main.AddNewPart<FontTablePart>("rFonts"));
        main.AddNewPart<DocumentSettingsPart>("rSettings").Settings = WordFurniture.Settings(language);
        var now = time.GetUtcNow();
        Package.Describe(package.AddNewPart<CoreFilePropertiesPart>("rId2"), new PackageProperties(
            title, meta, "Deling i praksis", language.Culture(), title, now, now));
        var text = new WordText(language, main);
        main.Document = new Document(new Body(
        [
            text.Line(WordStyles.Title, title),
            text.Line(WordStyles.Meta, meta),
            .. sections.SelectMany(section => Section(text, section)),
            new SectionProperties(
                new PageSize { Width = WordLook.PageWidth, Height = WordLook.PageHeight },
                new PageMargin
                {
                    Top = 1304, Bottom = 1304, Left = WordLook.Margin, Right = WordLook.Margin, Header = 680, Footer = 567, Gutter = 0,
                }),
        ]));
    }

    private static IEnumerable<OpenXmlElement> Section(WordText text, PackSection section)
    {
        var table = new WordTable([LabelWidth, WordLook.Measure - LabelWidth]);
        yield return text.Line(WordStyles.Heading(1), section.Heading);
        yield return new Table(
        [
            .. table.Properties(section.Heading, section.Heading),
            .. section.Rows.Select(row => table.Row(
                [(text.Line(WordStyles.CellHead, row.Label), null), (text.Line(WordStyles.Cell, row.Text), null)])),
        ]);
    }
}
