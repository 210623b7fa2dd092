using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The front matter, the note at the end, and the settings of the document.</summary>
internal static class WordFurniture
{
    /// <summary>The network (the only sender), the title, day and host, and the description of the network.</summary>
    public static IEnumerable<OpenXmlElement> Front(MainDocumentPart main, ReportDocument document, WordText text, WordFace face)
    {
        if (face.Logo(main, document.Network.Value) is { } logo) yield return logo;
        yield return text.Line(WordStyles.Kicker, document.Network.Value);
        yield return text.Line(WordStyles.Title, document.Title.Value);
        yield return Underlined(text.Line(WordStyles.Meta, document.Meta), face.Line);
        foreach (var paragraph in text.Block(WordStyles.Ingress, document.Ingress)) yield return paragraph;
    }

    private static Paragraph Underlined(Paragraph paragraph, string? colour)
    {
        if (colour is not null)
            paragraph.ParagraphProperties!.ParagraphBorders = new ParagraphBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 18, Space = 10, Color = colour }
            );
        return paragraph;
    }

    /// <summary>The tool that made the document, in small print at the end.</summary>
    public static Paragraph Foot(MainDocumentPart main, WordText text, ReportWords words)
    {
        var paragraph = text.Line(WordStyles.After, $" {words["MadeWith"]}");
        paragraph.InsertAfter(WordMark.Beside(main, trio: false, number: 0), paragraph.ParagraphProperties);
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = "480", After = "0" };
        return paragraph;
    }

    public static Settings Settings(Language language) => new(
        new Zoom { Percent = "100" },
        new EmbedTrueTypeFonts(),
        new DefaultTabStop { Val = 709 },
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1")),
        new ThemeFontLanguages { Val = language.Culture() });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };
}
