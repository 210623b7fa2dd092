using DelingIPraksis.Domain.Colours;
using SkiaSharp;

namespace DelingIPraksis.Web.Pictures;

/// <summary>The mark of a pair in the colours of a network, as a picture for files. <c>PairMark</c> draws the same on a page.</summary>
internal static class PairMarkPicture
{
    // The drawing is 24 high. Six times that is sharp in print.
    private const int Scale = 6, Height = 24;

    /// <summary>A png: two shapes that overlap, and a third when the group has three members.</summary>
    /// <param name="one">The colour of the round shape and of the third.</param>
    /// <param name="two">The colour of the square.</param>
    /// <param name="trio">Whether the group has three members.</param>
    public static byte[] Png(Colour one, Colour two, bool trio)
    {
        using var bitmap = new SKBitmap((trio ? 61 : 42) * Scale, Height * Scale, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(Scale);
        using var round = Fill(one);
        using var square = Fill(two);
        using var shared = Fill(Colour.White);
        using var circle = new SKPathBuilder();
        circle.AddCircle(12, 12, 12);
        using var box = new SKPathBuilder();
        box.AddRoundRect(new SKRoundRect(new SKRect(18, 0, 42, 24), 4.5f));
        using var first = circle.Detach();
        using var second = box.Detach();
        canvas.DrawPath(first, round);
        canvas.DrawPath(second, square);
        if (trio)
        {
            using var third = SKPath.ParseSvgPathData("M37 24V11A11 11 0 0 1 48 0H61V13A11 11 0 0 1 50 24Z");
            canvas.DrawPath(third, round);
            using var lower = second.Op(third, SKPathOp.Intersect);
            canvas.DrawPath(lower, shared);
        }

        using var overlap = first.Op(second, SKPathOp.Intersect);
        canvas.DrawPath(overlap, shared);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKPaint Fill(Colour colour) =>
        new() { Color = new SKColor(colour.Red, colour.Green, colour.Blue), IsAntialias = true, Style = SKPaintStyle.Fill };
}
