using System.Globalization;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>A picture of the report with its caption. It is never parted from its caption by a page.</summary>
internal static class WordPhoto
{
    // Each drawing of a document needs its own number. The marks count from 1, the charts from 100 and the logo has 900.
    private const uint FirstNumber = 100_000;

    // English Metric Units, 360 000 to a centimetre: as wide as the text, and at most 12 cm high.
    private const long Widest = WordLook.Measure * 635L, Highest = 12 * 360_000L, Pixel = 9_525;

    /// <summary>The paragraphs. Where the file is missing, the words stand alone.</summary>
    public static IEnumerable<OpenXmlElement> Of(
        MainDocumentPart main, ReportPart.Picture picture, WordText text, ReportAssets? assets, uint number)
    {
        if (assets?.Of(picture.What.File) is { } bytes)
        {
            var relation = $"rPicture{number.ToString(CultureInfo.InvariantCulture)}";
            var file = picture.What.File;
            WordPicture.Add(main, relation, file.Format == "png" ? ImagePartType.Png : ImagePartType.Jpeg, () => new MemoryStream(bytes));
            var (width, height) = (file.Width * Pixel, file.Height * Pixel);
            var scale = Math.Min(1, Math.Min(Widest / (double)width, Highest / (double)height));
            var properties = new ParagraphProperties();
            if (picture.Caption.Length > 0) properties.Append(new KeepNext());
            properties.Append(
                new SpacingBetweenLines { Before = "240", After = "80", Line = "240", LineRule = LineSpacingRuleValues.Auto });
            yield return new Paragraph(
                properties,
                WordPicture.Run(
                    relation,
                    relation,
                    $"{relation}.{file.Format}",
                    (long)(width * scale),
                    (long)(height * scale),
                    FirstNumber + number,
                    picture.Alternative));
        }

        if (picture.Caption.Length > 0) yield return text.Line(WordStyles.After, picture.Caption);
    }
}
