using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing;
using DocumentFormat.OpenXml.Packaging;
using Draw = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>A picture in a line of text.</summary>
internal static class WordPicture
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string DecorativeUri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    /// <summary>Adds the file of a picture to the document, once for each relation.</summary>
    public static void Add(MainDocumentPart main, string relation, PartTypeInfo type, Func<Stream> file)
    {
        if (main.Parts.Any(part => part.RelationshipId == relation)) return;
        using var stream = file();
        main.AddImagePart(type, relation).FeedData(stream);
    }

    /// <summary>A run with a picture that was added. Each drawing in a document needs its own number.</summary>
    /// <param name="relation">The relation of its file.</param>
    /// <param name="name">What it is called in the document.</param>
    /// <param name="fileName">What its file is called.</param>
    /// <param name="width">In English Metric Units: 12 700 to a point.</param>
    /// <param name="height">In the same.</param>
    /// <param name="number">Its number.</param>
    /// <param name="alternative">What it shows; empty when it adds nothing to the text, and it is marked as decorative.</param>
    public static Text.Run Run(
        string relation,
        string name,
        string fileName,
        long width,
        long height,
        uint number,
        string alternative = ""
    )
    {
        var size = new Draw.Extents { Cx = width, Cy = height };
        var properties = new DocProperties { Id = number, Name = name, Description = alternative };
        if (alternative.Length == 0)
            properties.Append(
                new Draw.NonVisualDrawingPropertiesExtensionList(
                    new Draw.NonVisualDrawingPropertiesExtension(new Decorative { Val = true }) { Uri = DecorativeUri }
                )
            );
        return new Text.Run(new Text.Drawing(new Inline(
            new Extent { Cx = size.Cx, Cy = size.Cy },
            properties,
            new Draw.Graphic(new Draw.GraphicData(Picture(relation, fileName, size)) { Uri = PictureUri }))
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
