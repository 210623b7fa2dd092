using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing;
using DocumentFormat.OpenXml.Packaging;
using Draw = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The pair mark: two or three overlapping speech bubbles. Shown before each pair, and small at the end of the report.</summary>
internal static class WordMark
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string DecorativeUri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    // The drawing is 24 high and 42 wide, or 61 wide with a third speech bubble.
    private const long LetterHeight = 140_400;

    /// <summary>The mark in the height of the letters beside it. Each drawing in a document needs its own number.</summary>
    public static Text.Run Beside(MainDocumentPart main, bool trio, uint number) => Drawn(main, trio, LetterHeight, 1000 + number);

    // No alternative text: the drawing adds nothing to the text, and is marked as decorative.
    private static Text.Run Drawn(MainDocumentPart main, bool trio, long height, uint number)
    {
        var (name, relation, width) = trio ? ("mark-trio.png", "rTrio", 61) : ("mark.png", "rMark", 42);
        if (!main.Parts.Any(part => part.RelationshipId == relation))
        {
            using var file = typeof(WordMark).Assembly.GetManifestResourceStream($"DelingIPraksis.Web.Reporting.Word.{name}")!;
            main.AddImagePart(ImagePartType.Png, relation).FeedData(file);
        }

        var size = new Draw.Extents { Cx = height * width / 24, Cy = height };
        return new Text.Run(new Text.Drawing(new Inline(
            new Extent { Cx = size.Cx, Cy = size.Cy },
            new DocProperties(new Draw.NonVisualDrawingPropertiesExtensionList(
                new Draw.NonVisualDrawingPropertiesExtension(new Decorative { Val = true }) { Uri = DecorativeUri }))
            { Id = number, Name = "Merke", Description = "" },
            new Draw.Graphic(new Draw.GraphicData(Picture(relation, name, size)) { Uri = PictureUri }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        }));
    }

    private static Pic.Picture Picture(string relation, string name, Draw.Extents size) => new(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = 0, Name = name },
                new Pic.NonVisualPictureDrawingProperties()
            ),
        new Pic.BlipFill(new Draw.Blip { Embed = relation }, new Draw.Stretch(new Draw.FillRectangle())),
        new Pic.ShapeProperties(
            new Draw.Transform2D(new Draw.Offset { X = 0, Y = 0 }, size),
            new Draw.PresetGeometry(new Draw.AdjustValueList()) { Preset = Draw.ShapeTypeValues.Rectangle }));
}
