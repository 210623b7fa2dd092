using DelingIPraksis.Web.Reporting.Word;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace DelingIPraksis.Web.Briefs.Pdf;

/// <summary>How a paragraph of a brief looks. All measures are in points.</summary>
/// <param name="Tag">What it is to a screen reader.</param>
/// <param name="Font">Its typeface.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Before">The space above it; none at the top of a page.</param>
/// <param name="After">The space below it.</param>
/// <param name="Line">From one base line to the next.</param>
/// <param name="KeepNext">Whether it must stand on the page of what follows.</param>
internal sealed record PdfStyle(
    PdfBlockLevelElementTag Tag,
    XFont Font,
    XBrush Colour,
    double Before,
    double After,
    double Line,
    bool KeepNext = false)
{
    private static readonly XBrush Ink = Of(WordLook.Ink);
    private static readonly XBrush Quiet = Of(WordLook.Quiet);

    public static readonly PdfStyle Sender = new(PdfBlockLevelElementTag.Paragraph, Sans(10, true), Quiet, 0, 10, 14);
    public static readonly PdfStyle Title = new(PdfBlockLevelElementTag.Heading1, Sans(22, true), Ink, 0, 5, 26, KeepNext: true);
    public static readonly PdfStyle Meta = new(PdfBlockLevelElementTag.Paragraph, Sans(11, false), Quiet, 0, 16, 15);
    public static readonly PdfStyle Heading = new(PdfBlockLevelElementTag.Heading2, Sans(14, true), Ink, 14, 5, 18, KeepNext: true);
    public static readonly PdfStyle SubHeading = new(PdfBlockLevelElementTag.Heading3, Sans(11.5, true), Ink, 10, 3, 15, KeepNext: true);
    public static readonly PdfStyle Label = new(PdfBlockLevelElementTag.Paragraph, Sans(9.5, true), Quiet, 7, 1, 13, KeepNext: true);
    public static readonly PdfStyle Hint = new(PdfBlockLevelElementTag.Paragraph, Sans(10, false), Quiet, 0, 5, 14, KeepNext: true);
    public static readonly PdfStyle Body = new(PdfBlockLevelElementTag.Paragraph, Serif(11), Ink, 0, 7, 16);
    public static readonly PdfStyle Item = Body with { Tag = PdfBlockLevelElementTag.ListBody, After = 5 };
    public static readonly PdfStyle Foot = new(PdfBlockLevelElementTag.Paragraph, Sans(9, false), Quiet, 20, 0, 12.5);
    public static readonly PdfStyle FactLabel = new(PdfBlockLevelElementTag.TableHeaderCell, Sans(9, true), Ink, 0, 0, 13.5);
    public static readonly PdfStyle Fact = new(PdfBlockLevelElementTag.TableDataCell, Serif(10), Ink, 0, 0, 13.5);
    public static readonly PdfStyle Page = new(PdfBlockLevelElementTag.Paragraph, Sans(8.5, false), Quiet, 0, 0, 12);

    /// <summary>The width of a text on one line.</summary>
    public double WidthOf(string text, XGraphics measure) => measure.MeasureString(text, Font).Width;

    /// <summary>The base line of the first line, from the top of the paragraph.</summary>
    public double Rise => (Line + (Font.Size * 0.7)) / 2;

    /// <summary>A colour of the palette.</summary>
    public static XSolidBrush Of(string colour) => new(XColor.FromArgb(unchecked((int)(0xFF000000 | Convert.ToUInt32(colour, 16)))));

    private static XFont Serif(double size) => PdfFaces.Font(serif: true, bold: false, size);

    private static XFont Sans(double size, bool bold) => PdfFaces.Font(serif: false, bold, size);
}
