using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing;
using DocumentFormat.OpenXml.Packaging;
using Draw = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The pair mark: two voices that overlap, or three. Before each pair, and small at the foot of the report.</summary>
internal static class WordMark
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string DecorativeUri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    // 24 high in the drawing, 42 wide or, with a third, 61.
    private const long LetterHeight = 140_400;

    /// <summary>As high as the letters it stands before. Each drawing in a document has a number of its own.</summary>
    public static Text.Run Beside(MainDocumentPart main, bool trio, uint number) => Drawn(main, trio, LetterHeight, 1000 + number);

    // No words describe it: it says nothing that the text does not, and is marked to be passed over.
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
