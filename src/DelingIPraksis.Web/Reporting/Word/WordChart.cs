using System.Globalization;
using System.Xml.Linq;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Draw = DocumentFormat.OpenXml.Drawing;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// The picture of themes as a native Word chart. It is vector graphics, sharp in any size, and has an alternative text. Barriers have a
/// brick pattern and opportunities are plain, so that they differ without colour.
/// </summary>
/// <remarks>
/// The chart contains its figures, without the workbook that Word would embed: nobody edits them, and the table has the same figures.
/// </remarks>
internal static class WordChart
{
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const long Width = WordLook.Measure * 635L;
    private const long RowHeight = 288_000;
    private const long Frame = 540_000;

    private static readonly XNamespace C = ChartUri;
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public static Text.Paragraph Paragraph(MainDocumentPart main, ReportPart.ThemePicture picture, ReportWords words, uint number)
    {
        var relation = $"rChart{number.ToString(CultureInfo.InvariantCulture)}";
        using (var stream = main.AddNewPart<ChartPart>(relation).GetStream(FileMode.Create)) Chart(picture, words).Save(stream);
        return new Text.Paragraph(
            new Text.ParagraphProperties(new Text.KeepNext(), new Text.SpacingBetweenLines { Before = "120", After = "120" }),
            new Text.Run(new Text.Drawing(new Inline(
                new Extent { Cx = Width, Cy = Frame + (picture.Rows.Count * RowHeight) },
                new DocProperties { Id = 100 + number, Name = picture.Title, Description = picture.Alternative },
                new Draw.Graphic(new Draw.GraphicData(new Draw.Charts.ChartReference { Id = relation }) { Uri = ChartUri }))
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            })));
    }

    private static XDocument Chart(ReportPart.ThemePicture picture, ReportWords words) => new(new XElement(
        C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
        Value("date1904", "0"), Value("lang", words.Culture.Name), Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Value("autoTitleDeleted", "1"),
            new XElement(
                C + "plotArea",
                new XElement(C + "layout"),
                new XElement(
                    C + "barChart",
                    Value("barDir", "bar"), Value("grouping", "clustered"), Value("varyColors", "0"),
                    Series(0, words["Barriers"], Bricks(), picture.Rows, row => row.Barriers),
                    Series(1, words["Opportunities"], Solid(WordLook.Moss), picture.Rows, row => row.Opportunities),
                    Value("gapWidth", "70"), Value("axId", "1"), Value("axId", "2")),
                Axis("catAx", "1", "2", "l", hidden: false),
                Axis("valAx", "2", "1", "b", hidden: true)),
            new XElement(C + "legend", Value("legendPos", "t"), Value("overlay", "0"), Letters()),
            Value("plotVisOnly", "1"), Value("dispBlanksAs", "gap")),
        // No frame around the chart, and no background.
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill")))));

    private static XElement Series(int place, string name, XElement fill, IReadOnlyList<ThemeRow> rows, Func<ThemeRow, int> figure) => new(
        C + "ser",
        Value("idx", place), Value("order", place),
        new XElement(C + "tx", new XElement(C + "v", name)),
        new XElement(C + "spPr", fill, Line(place == 0 ? WordLook.Stone : WordLook.Moss)),
        Value("invertIfNegative", "0"),
        new XElement(
            C + "dLbls",
            Letters(),
            Value("showLegendKey", "0"),
            Value("showVal", "1"),
            Value("showCatName", "0"),
            Value("showSerName", "0"),
            Value("showPercent", "0"),
            Value("showBubbleSize", "0")
        ),
        new XElement(
            C + "cat",
            new XElement(C + "strLit", Value("ptCount", rows.Count), rows.Select((row, index) => Point(index, row.Label)))
        ),
        new XElement(
            C + "val",
            new XElement(
                C + "numLit",
                new XElement(C + "formatCode", "General"),
                Value("ptCount", rows.Count),
                rows.Select((row, index) => Point(index, figure(row)))
            )
        )
    );

    private static XElement Axis(string kind, string id, string other, string side, bool hidden) => new(
        C + kind,
        Value("axId", id),
        new XElement(C + "scaling", Value("orientation", hidden ? "minMax" : "maxMin"), hidden ? Value("min", "0") : null),
        Value("delete", hidden ? "1" : "0"), Value("axPos", side),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        hidden ? null : new XElement(C + "spPr", Line(WordLook.Ink)),
        hidden ? null : Letters(),
        Value("crossAx", other), Value("crosses", "autoZero"));

    private static XElement Point(int index, object value) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value));

    private static XElement Bricks() =>
        new(
            A + "pattFill",
            new XAttribute("prst", "horzBrick"),
            new XElement(A + "fgClr", Colour(WordLook.StoneWash)),
            new XElement(A + "bgClr", Colour(WordLook.Stone))
        );

    private static XElement Solid(string colour) => new(A + "solidFill", Colour(colour));

    private static XElement Line(string colour) => new(A + "ln", new XAttribute("w", "9525"), Solid(colour));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));

    private static XElement Letters() => new(
        C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(
            A + "p",
                new XElement(
                    A + "pPr",
                    new XElement(
                        A + "defRPr",
                        new XAttribute("sz", "1000"),
                        Solid(WordLook.Ink),
                        new XElement(A + "latin", new XAttribute("typeface", WordLook.Sans))
                    )
                ),
            new XElement(A + "endParaRPr", new XAttribute("lang", "nb-NO"))));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));
}
