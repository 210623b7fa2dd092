using System.Text;
using DelingIPraksis.Web.Storage;
using SkiaSharp;

namespace DelingIPraksis.Web.Pictures;

/// <summary>
/// Takes in a picture and encodes it anew, so that what is stored and served has no metadata (such as where a photo was taken), no second
/// content behind the picture, and a known size.
/// </summary>
/// <remarks>
/// Hazard: a file of some kilobytes can decode to gigabytes. The header is read first, and what would take more than
/// <see cref="MostDecoded"/> pixels is refused before it is decoded. One picture is decoded at a time in the whole process.
/// </remarks>
internal static class PictureEncoder
{
    /// <summary>The most bytes of an uploaded picture.</summary>
    public const long MostBytes = 15 * 1024 * 1024;

    /// <summary>The most pixels on a side.</summary>
    public const int LongestSide = 10_000;

    /// <summary>The most pixels that are decoded: 4 bytes each, so 96 MB.</summary>
    public const int MostDecoded = 24_000_000;

    private const int JpegQuality = 86;
    private const float Smaller = 0.8f;
    private const int BlockSize = 64 * 1024;

    private static readonly SemaphoreSlim _decoding = new(1, 1);

    /// <summary>Reads a stream to its end and encodes what is in it.</summary>
    /// <param name="upload">The uploaded file.</param>
    /// <param name="size">How large it may become.</param>
    /// <param name="cancellation">When the user has gone.</param>
    public static async Task<PictureOutcome> EncodeAsync(Stream upload, PictureSize size, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        var block = new byte[BlockSize];
        for (int read; (read = await upload.ReadAsync(block, cancellation)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return new PictureOutcome.Refused(PictureRefusal.TooLarge);
            bytes.Write(block, 0, read);
        }

        if (ByStart(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is { } why) return new PictureOutcome.Refused(why);
        await _decoding.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Encode(bytes, size), cancellation);
        }
        finally
        {
            _decoding.Release();
        }
    }

    /// <summary>Why the first bytes are of none of the formats that are decoded; null when they are.</summary>
    private static PictureRefusal? ByStart(ReadOnlySpan<byte> bytes)
    {
        if (FileStart.Of(bytes[..Math.Min(bytes.Length, FileStart.Length)]) is { } format && format.IsPicture()) return null;
        if (bytes.StartsWith("GIF8"u8)) return PictureRefusal.Gif;
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1000)]);
        return start.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? PictureRefusal.Svg : PictureRefusal.NoPicture;
    }

    private static PictureOutcome Encode(MemoryStream bytes, PictureSize size)
    {
        bytes.Position = 0;
        using var codec = SKCodec.Create(bytes);
        if (codec is null) return new PictureOutcome.Refused(PictureRefusal.Broken);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (Math.Max(width, height) > LongestSide || DecodedSize(codec) is not { } decoded)
            return new PictureOutcome.Refused(PictureRefusal.TooManyPixels, width, height);
        using var picture = Decode(codec, decoded);
        if (picture is null) return new PictureOutcome.Refused(PictureRefusal.Broken);
        using var upright = Turned(picture, codec.EncodedOrigin);
        return Fit(upright, size);
    }

    /// <summary>The size to decode to, or null when it is too large. Jpeg can be decoded smaller than it is.</summary>
    private static SKSizeI? DecodedSize(SKCodec codec)
    {
        for (var scale = 1f; scale >= 0.125f; scale /= 2)
        {
            var there = codec.GetScaledDimensions(scale);
            if ((long)there.Width * there.Height <= MostDecoded) return there;
        }

        return null;
    }

    // Into sRGB, because the profile of the file is not kept. The first frame of what moves.
    private static SKBitmap? Decode(SKCodec codec, SKSizeI size)
    {
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours);
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>A photo says how the camera was held. That goes with the metadata, so the picture itself is turned.</summary>
    private static SKBitmap Turned(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (width, height) = ((float)picture.Width, (float)picture.Height);
        var onItsSide = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom
            or SKEncodedOrigin.LeftBottom;
        // Exif 2.32, 4.6.5, «Orientation»: where the first row and the first column of the file belong.
        var turn = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        var turned = new SKBitmap(
            picture.Info.WithSize(onItsSide ? picture.Height : picture.Width, onItsSide ? picture.Width : picture.Height)
        );
        using var canvas = new SKCanvas(turned);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(turn);
        canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), null);
        return turned;
    }

    private static PictureOutcome Fit(SKBitmap picture, PictureSize size)
    {
        var isOpaque = IsOpaque(picture);
        var scale = Math.Min(1f, Math.Min(size.Width / (float)picture.Width, size.Height / (float)picture.Height));
        for (; ; scale *= Smaller)
        {
            var (width, height) = (Scaled(picture.Width, scale), Scaled(picture.Height, scale));
            using var scaled = new SKBitmap(picture.Info.WithSize(width, height));
            if (!picture.ScalePixels(scaled, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)))
                return new PictureOutcome.Refused(PictureRefusal.Broken);
            using var image = SKImage.FromBitmap(scaled);
            using (var png = image.Encode(SKEncodedImageFormat.Png, 100))
                if (png.Size <= size.Bytes) return new PictureOutcome.Encoded(png.ToArray(), FileFormat.Png, width, height);
            if (!isOpaque) continue;
            using (var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, JpegQuality))
                if (jpeg.Size <= size.Bytes) return new PictureOutcome.Encoded(jpeg.ToArray(), FileFormat.Jpeg, width, height);
        }
    }

    private static int Scaled(int side, float scale) => Math.Max(1, (int)Math.Round(side * scale));

    private static bool IsOpaque(SKBitmap picture)
    {
        var pixels = picture.GetPixelSpan();
        for (var alpha = 3; alpha < pixels.Length; alpha += 4)
            if (pixels[alpha] != 255) return false;
        return true;
    }
}
