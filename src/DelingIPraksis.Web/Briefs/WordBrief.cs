using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Briefs;

/// <summary>
/// A brief as a Word document, with the styles, lists and typefaces of the report. It has no logo: the municipality is the sender, and its
/// own template has its own.
/// </summary>
internal static class WordBrief
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // In half points. The report's title is larger, since it is a cover.
    private const int TitleSize = 44;
    private const int LabelWidth = 2600;

    public static async Task<byte[]> MakeAsync(CouncilBrief brief, Language language, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await Package.WriteAsync(brief.ChangedAt, file, memory =>
        {
            using var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document);
            Write(package, brief, BriefLayout.Of(brief, language));
        }, cancellation);
        return file.ToArray();
    }

    private static void Write(WordprocessingDocument package, CouncilBrief brief, BriefDocument document)
    {
        var body = document.Body;
        var words = new ReportWords(body.Language);
        var face = new WordFace(null, null);
        var main = package.AddNewPart<MainDocumentPart>($"{ContentType}.main+xml", "rId1");
        main.AddNewPart<StyleDefinitionsPart>("rStyles").Styles = Styles(body.Language, face);
        main.AddNewPart<NumberingDefinitionsPart>("rNumbering").Numbering = WordNumbering.Make();
        WordFonts.Write(main.AddNewPart<FontTablePart>("rFonts"));
        main.AddNewPart<DocumentSettingsPart>("rSettings").Settings = WordFurniture.Settings(body.Language);
        Package.Describe(package.AddNewPart<CoreFilePropertiesPart>("rId2"), new PackageProperties(
            body.Title.OneLine(), body.Meta, body.Network.OneLine(), body.Language.Culture(), new BriefWords(body.Language)["Kind"],
            brief.MadeAt, brief.ChangedAt));
        var footers = new WordFooters(main, body, words);
        var text = new WordText(body.Language, main);
        var parts = new WordParts(text, words, main, face);
        main.Document = new Document(new Body(
        [
            text.Line(WordStyles.Kicker, body.Network.OneLine()),
            text.Line(WordStyles.Title, body.Title.OneLine()),
            text.Line(WordStyles.Meta, body.Meta),
            FactsOf(document, text),
            .. body.Parts.SelectMany(parts.Of).Where(element => element is not Paragraph { InnerText: "" }),
            text.Line(WordStyles.After, document.Foot),
            footers.Section(wide: false),
        ]));
    }

    private static Styles Styles(Language language, WordFace face)
    {
        var styles = WordStyles.Make(language, face);
        foreach (var style in styles.Elements<Style>())
        {
            if (style.StyleId?.Value == WordStyles.Title) Resize(style, TitleSize);
            if (style.StyleId?.Value == WordStyles.Heading(1)) Resize(style, 28);
            if (style.StyleId?.Value == WordStyles.Heading(2)) Resize(style, 23);
        }

        return styles;
    }

    private static void Resize(Style style, int size)
    {
        var run = style.StyleRunProperties!;
        run.FontSize!.Val = size.ToText();
        run.FontSizeComplexScript!.Val = size.ToText();
        if (style.StyleParagraphProperties?.SpacingBetweenLines is { Before.Value: not "0" } spacing) spacing.Before = "320";
    }

    private static Table FactsOf(BriefDocument document, WordText text)
    {
        var table = new WordTable([LabelWidth, WordLook.Measure - LabelWidth]);
        return new Table(
        [
            .. table.Properties(document.Body.Title.OneLine(), document.Body.Meta),
            .. document.Facts.Select(fact => table.Row(
                [(text.Line(WordStyles.CellHead, fact.Label), null), (text.Line(WordStyles.Cell, fact.Text), null)])),
        ]);
    }
}
