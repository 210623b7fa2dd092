using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>What stands around the text: the front, the fonts, the settings and the properties of the file.</summary>
internal static class WordFurniture
{
    /// <summary>The mark, the network, the title, day and host, and who the network is.</summary>
    public static IEnumerable<OpenXmlElement> Front(MainDocumentPart main, ReportDocument document, WordText text)
    {
        yield return WordMark.Paragraph(main);
        yield return text.Line(WordStyles.Kicker, document.Network.Value);
        yield return text.Line(WordStyles.Title, document.Title.Value);
        yield return text.Line(WordStyles.Meta, document.Meta);
        foreach (var paragraph in text.Block(WordStyles.Ingress, document.Ingress)) yield return paragraph;
    }

    /// <summary>Who lacks a typeface gets one of the same kind.</summary>
    public static Fonts Fonts() => new(
        Font(WordLook.Serif, FontFamilyValues.Roman, "02040502050405020303"),
        Font(WordLook.Sans, FontFamilyValues.Swiss, "020F0502020204030204"));

    public static Settings Settings(Language language) => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 709 },
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1")),
        new ThemeFontLanguages { Val = language.Culture() });

    private static Font Font(string name, FontFamilyValues family, string panose) => new(
        new Panose1Number { Val = panose }, new FontCharSet { Val = "00" }, new FontFamily { Val = family }, new Pitch { Val = FontPitchValues.Variable })
    {
        Name = name,
    };

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };
}
