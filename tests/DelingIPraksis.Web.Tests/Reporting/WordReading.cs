using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>A Word document read back as lines that say style, list and text.</summary>
internal static class WordReading
{
    public static Body Body(this WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;

    public static List<string> Outline(this WordprocessingDocument document) => document.Body().Elements<Paragraph>()
        .Where(paragraph => paragraph.ParagraphProperties?.SectionProperties is null)
            .Select(paragraph =>
                $"{paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "-"}{document.BulletOf(paragraph)}: {TextOf(paragraph)}"
            )
        .ToList();

    public static List<string> Faults(this WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")
            .ToList();

    public static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Text text => text.Text,
        Break => "↵",
        TabChar => "\t",
        _ => "",
    }));

    /// <summary>Without what a format says in its own way: breaks and blanks.</summary>
    public static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '↵'));

    private static string BulletOf(this WordprocessingDocument document, Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value is not { } id) return "";
        var numbering = document.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!;
        var definition = numbering.Elements<NumberingInstance>().Single(instance => instance.NumberID! == id).AbstractNumId!.Val!.Value;
        return "/"
            + numbering
                .Elements<AbstractNum>()
                .Single(list => list.AbstractNumberId! == definition)
                .Elements<Level>()
                .First()
                .LevelText!.Val!.Value;
    }
}
