using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Storage;
using SkiaSharp;

namespace DelingIPraksis.Web.Tests.Pictures;

/// <summary>A picture from outside becomes one of ours: seen the same, with nothing else in it, or refused with a reason.</summary>
public sealed class PictureEncoderTests
{
    private const string Place = "Leikanger 61.1857N";

    [Theory]
    [InlineData("Png")]
    [InlineData("Jpeg")]
    [InlineData("Webp")]
    public async Task A_logo_is_made_smaller_and_keeps_its_shape(string format)
    {
        var encoded = await EncodedAsync(Drawn(3000, 1500, Enum.Parse<SKEncodedImageFormat>(format)));
        Assert.Equal((800, 400), (encoded.Width, encoded.Height));
        Assert.InRange(encoded.Bytes.Length, 100, PictureSize.Logo.Bytes);
        using var seen = SKBitmap.Decode(encoded.Bytes);
        Assert.Equal((800, 400), (seen.Width, seen.Height));
        // The left half is teal and the right half is white.
        Assert.InRange(seen.GetPixel(200, 200).Blue, 100, 160);
        Assert.InRange(seen.GetPixel(600, 200).Red, 240, 255);
    }

    [Fact]
    public async Task A_small_logo_is_not_made_larger() => Assert.Equal(60, (await EncodedAsync(Drawn(60, 30))).Width);

    [Fact]
    public async Task Transparent_parts_stay_transparent()
    {
        using var bitmap = new SKBitmap(200, 100);
        bitmap.Erase(SKColors.Transparent);
        var encoded = await EncodedAsync(Encoded(bitmap, SKEncodedImageFormat.Webp));
        Assert.Equal(FileFormat.Png, encoded.Format);
        using var seen = SKBitmap.Decode(encoded.Bytes);
        Assert.Equal(0, seen.GetPixel(50, 50).Alpha);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_packed_is_made_smaller_until_it_is_small_enough(bool opaque)
    {
        using var noise = new SKBitmap(900, 400, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var random = new Random(7);
        var pixels = noise.GetPixelSpan().ToArray();
        random.NextBytes(pixels);
        if (opaque) for (var alpha = 3; alpha < pixels.Length; alpha += 4) pixels[alpha] = 255;
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, noise.GetPixels(), pixels.Length);
        var encoded = await EncodedAsync(Encoded(noise, SKEncodedImageFormat.Png));
        Assert.InRange(encoded.Bytes.Length, 1, PictureSize.Logo.Bytes);
        Assert.Equal(opaque ? FileFormat.Jpeg : FileFormat.Png, encoded.Format);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(6, 1, 0)]
    [InlineData(8, 0, 1)]
    public async Task A_photo_is_turned_as_the_camera_was_held_and_where_it_was_taken_is_gone(int orientation, int right, int down)
    {
        // Red is at the top left of the file.
        using var bitmap = new SKBitmap(200, 200);
        bitmap.Erase(SKColors.White);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Red }) canvas.DrawRect(0, 0, 100, 100, paint);
        var photo = WithExif(Encoded(bitmap, SKEncodedImageFormat.Jpeg), orientation);
        Assert.True(Holds(photo, Place));
        var encoded = await EncodedAsync(photo);
        Assert.False(Holds(encoded.Bytes, Place));
        Assert.False(Holds(encoded.Bytes, "Exif"));
        using var seen = SKBitmap.Decode(encoded.Bytes);
        for (var x = 0; x < 2; x++)
            for (var y = 0; y < 2; y++)
                Assert.Equal((x, y) == (right, down), seen.GetPixel(50 + (100 * x), 50 + (100 * y)).Green < 128);
    }

    [Fact]
    public async Task What_hides_behind_a_picture_is_gone()
    {
        byte[] two = [.. Drawn(100, 50), .. "<script>alert('skjult')</script>"u8];
        Assert.False(Holds((await EncodedAsync(two)).Bytes, "skjult"));
    }

    [Theory]
    [InlineData(10_000, 10_000)]
    [InlineData(60_000, 60_000)]
    [InlineData(10_001, 10)]
    [InlineData(6_000, 6_000)]
    public async Task A_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(int width, int height)
    {
        var bomb = Bomb(width, height);
        Assert.InRange(bomb.Length, 1, 200_000);
        var refused = await RefusedAsync(bomb);
        Assert.Equal((PictureRefusal.TooManyPixels, width, height), (refused.Why, refused.Width, refused.Height));
    }

    public static TheoryData<string, byte[]> Others() => new()
    {
        { "Gif", "GIF89a\u0001\0\u0001\0\0\0\0!"u8.ToArray() },
        { "Svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray() },
        { "NoPicture", "<!doctype html><img src=x onerror=alert(1)>"u8.ToArray() },
        { "NoPicture", [] },
        { "NoPicture", "%PDF-1.7"u8.ToArray() },
        { "Broken", Drawn(400, 200, SKEncodedImageFormat.Jpeg)[..900] },
        { "Broken", Drawn(400, 200)[..60] },
        { "Broken", Bomb(500, 500)[..80] },
        { "TooLarge", [.. Drawn(40, 20), .. new byte[PictureEncoder.MostBytes]] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Anything_else_is_refused_with_its_reason(string why, byte[] bytes) =>
        Assert.Equal(why, (await RefusedAsync(bytes)).Why.ToString());

    [Fact]
    public async Task Bytes_that_are_changed_at_random_give_a_picture_or_a_reason()
    {
        var random = new Random(13);
        foreach (var format in new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp })
        {
            var whole = Drawn(120, 60, format);
            for (var trial = 0; trial < 150; trial++)
            {
                var bytes = whole[..random.Next(12, whole.Length + 1)];
                for (var change = random.Next(4); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                using var upload = new MemoryStream(bytes);
                var outcome = await PictureEncoder.EncodeAsync(upload, PictureSize.Logo, TestContext.Current.CancellationToken);
                if (outcome is PictureOutcome.Encoded made) Assert.InRange(made.Bytes.Length, 1, PictureSize.Logo.Bytes);
            }
        }
    }

    internal static byte[] Drawn(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Teal }) canvas.DrawRect(0, 0, width / 2f, height, paint);
        return Encoded(bitmap, format);
    }

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    private static bool Holds(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(words)) >= 0;

    private static async Task<PictureOutcome.Encoded> EncodedAsync(byte[] bytes)
    {
        using var upload = new MemoryStream(bytes);
        return Assert.IsType<PictureOutcome.Encoded>(await PictureEncoder.EncodeAsync(upload, PictureSize.Logo));
    }

    private static async Task<PictureOutcome.Refused> RefusedAsync(byte[] bytes)
    {
        using var upload = new MemoryStream(bytes);
        return Assert.IsType<PictureOutcome.Refused>(await PictureEncoder.EncodeAsync(upload, PictureSize.Logo));
    }

    /// <summary>A jpeg with an orientation and a place (as a description) in its Exif.</summary>
    private static byte[] WithExif(byte[] jpeg, int orientation)
    {
        var words = Encoding.ASCII.GetBytes(Place + "\0");
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8,
            0, 2,
            // 0x010E, the description: after the two entries.
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)words.Length, 0, 0, 0, 38,
            // 0x0112, the orientation.
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0, 0, 0, 0,
            .. words,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A grey png of any size in few bytes: only its first rows are there, packed.</summary>
    private static byte[] Bomb(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(new byte[20_000_000]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n',
            .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(body));
        return [.. length, .. body, .. sum];
    }
}
