using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Networks;
using SkiaSharp;

namespace DelingIPraksis.Web.Pictures;

/// <summary>
/// The picture that other services show where somebody shares the address of a report (Open Graph): network, title, day and place, in the
/// typefaces of the product and the colours of the network. It has no metadata.
/// </summary>
internal static class SharePicture
{
    public const int Width = 1200;
    public const int Height = 630;

    private const int Margin = 84;
    private const int MostLines = 4;
    private const float Smallest = 40;

    private static readonly SKColor _ink = new(0x14, 0x29, 0x2e);
    private static readonly SKColor _quiet = new(0x4d, 0x61, 0x67);
    private static readonly Lazy<SKTypeface> _bold = new(() => Typeface("atkinson-hyperlegible-next-bold.ttf"));
    private static readonly Lazy<SKTypeface> _regular = new(() => Typeface("atkinson-hyperlegible-next-regular.ttf"));

    /// <summary>A png of <see cref="Width"/> × <see cref="Height"/> pixels.</summary>
    public static byte[] Png(string title, string network, string meta, NetworkFace? face, Logo? logo)
    {
        var text = Colour.TryParse(face?.Primary, out var chosen) ? chosen : new Colour(0x0b, 0x55, 0x63);
        var line = Colour.TryParse(face?.Secondary ?? face?.Primary, out var second) ? second : text;
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(0xff, 0xfe, 0xfb));
        using (var band = new SKPaint { Color = Of(line) }) canvas.DrawRect(0, 0, Width, 16, band);
        var top = 110f;
        if (logo is not null && Draw(canvas, logo, top - 46)) top += 74;
        Write(canvas, [Cut(network, _bold.Value, 34, Width - (2 * Margin))], _bold.Value, 34, Of(text), ref top, 1.2f);
        top += 26;
        var (size, lines) = Fit(title);
        Write(canvas, lines, _bold.Value, size, _ink, ref top, 1.12f);
        var foot = Height - 84f;
        Write(canvas, [Cut(meta, _regular.Value, 30, Width - (2 * Margin))], _regular.Value, 30, _quiet, ref foot, 1.2f);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>The title in as large letters as there is room for, and its lines. What does not fit in the smallest is cut.</summary>
    private static (float Size, IReadOnlyList<string> Lines) Fit(string title)
    {
        for (var size = 76f; size > Smallest; size -= 6)
            if (Lines(title, size) is { } lines && lines.Count <= (size > 60 ? MostLines - 1 : MostLines)) return (size, lines);
        var all = Lines(title, Smallest);
        return (Smallest, all.Count <= MostLines
            ? all
            : [.. all.Take(MostLines - 1), Cut(string.Join(' ', all.Skip(MostLines - 1)), _bold.Value, Smallest, Width - (2 * Margin))]);
    }

    private static List<string> Lines(string text, float size)
    {
        using var font = new SKFont(_bold.Value, size);
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || font.MeasureText(longer) <= Width - (2 * Margin)) lines[^1] = longer;
            else lines.Add(word);
        }

        return [.. lines.Select(line => Cut(line, _bold.Value, size, Width - (2 * Margin)))];
    }

    private static string Cut(string text, SKTypeface typeface, float size, float width)
    {
        using var font = new SKFont(typeface, size);
        if (font.MeasureText(text) <= width) return text;
        var length = text.Length;
        while (length > 0 && font.MeasureText($"{text[..length]}…") > width) length -= char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        return $"{text[..length].TrimEnd()}…";
    }

    private static void Write(
        SKCanvas canvas, IEnumerable<string> lines, SKTypeface typeface, float size, SKColor colour, ref float top, float leading)
    {
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var line in lines)
        {
            top += size * leading;
            canvas.DrawText(line, Margin, top - (size * 0.2f), SKTextAlign.Left, font, paint);
        }
    }

    private static bool Draw(SKCanvas canvas, Logo logo, float top)
    {
        using var picture = SKBitmap.Decode(logo.Bytes);
        if (picture is null) return false;
        var scale = Math.Min(90f / picture.Height, 420f / picture.Width);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(
            image,
            new SKRect(Margin, top, Margin + (picture.Width * scale), top + (picture.Height * scale)),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return true;
    }

    private static SKColor Of(Colour colour) => new(colour.Red, colour.Green, colour.Blue);

    private static SKTypeface Typeface(string file)
    {
        using var font = typeof(SharePicture).Assembly.GetManifestResourceStream($"font/{file}")!;
        return SKTypeface.FromStream(font);
    }
}
