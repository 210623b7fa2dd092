using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing;
using DocumentFormat.OpenXml.Packaging;
using Draw = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The pair mark at the head of the report: two voices that overlap.</summary>
internal static class WordMark
{
    private const string Resource = "DelingIPraksis.Web.Reporting.Word.mark.png";
    private const string Relation = "rMark";
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string DecorativeUri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    // 42 by 24 in the drawing; 22.05 by 12.6 mm on paper, 36,000 units to the millimetre.
    private const long Width = 793_800;
    private const long Height = 453_600;

    public static Text.Paragraph Paragraph(MainDocumentPart main)
    {
        var image = main.AddImagePart(ImagePartType.Png, Relation);
        using (var file = typeof(WordMark).Assembly.GetManifestResourceStream(Resource)!) image.FeedData(file);
        return new Text.Paragraph(
            new Text.ParagraphProperties(new Text.SpacingBetweenLines { Before = "600", After = "160" }),
            new Text.Run(new Text.Drawing(Drawn(Relation))));
    }

    // No words describe it: it says nothing that the text does not, and is marked to be passed over.
    private static Inline Drawn(string relation) => new(
        new Extent { Cx = Width, Cy = Height },
        new DocProperties(new Draw.NonVisualDrawingPropertiesExtensionList(
            new Draw.NonVisualDrawingPropertiesExtension(new Decorative { Val = true }) { Uri = DecorativeUri }))
        { Id = 1, Name = "Merke", Description = "" },
        new Draw.Graphic(new Draw.GraphicData(Picture(relation)) { Uri = PictureUri }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };

    private static Pic.Picture Picture(string relation) => new(
        new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = 0, Name = "mark.png" }, new Pic.NonVisualPictureDrawingProperties()),
        new Pic.BlipFill(new Draw.Blip { Embed = relation }, new Draw.Stretch(new Draw.FillRectangle())),
        new Pic.ShapeProperties(
            new Draw.Transform2D(new Draw.Offset { X = 0, Y = 0 }, new Draw.Extents { Cx = Width, Cy = Height }),
            new Draw.PresetGeometry(new Draw.AdjustValueList()) { Preset = Draw.ShapeTypeValues.Rectangle }));
}
