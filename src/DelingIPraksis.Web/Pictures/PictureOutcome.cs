using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Pictures;

/// <summary>What became of a picture that somebody uploaded.</summary>
internal abstract record PictureOutcome
{
    private PictureOutcome()
    {
    }

    /// <summary>The picture, encoded anew: nothing of the uploaded file is in it but what one sees.</summary>
    /// <param name="Bytes">The file.</param>
    /// <param name="Format">Png when it has transparent parts or is small, otherwise Jpeg. Word shows both.</param>
    /// <param name="Width">Pixels.</param>
    /// <param name="Height">Pixels.</param>
    public sealed record Encoded(byte[] Bytes, FileFormat Format, int Width, int Height) : PictureOutcome;

    /// <summary>It was not taken in.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Width">Its width in pixels, when that is the reason.</param>
    /// <param name="Height">Its height in pixels, when that is the reason.</param>
    public sealed record Refused(PictureRefusal Why, int Width = 0, int Height = 0) : PictureOutcome;
}

/// <summary>Why a picture is not taken in. <see cref="PictureWords"/> puts it into words.</summary>
internal enum PictureRefusal
{
    /// <summary>More bytes than <see cref="PictureEncoder.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>So many pixels that it is not decoded.</summary>
    TooManyPixels,

    /// <summary>SVG, which may hold scripts and links.</summary>
    Svg,

    /// <summary>GIF, which may move.</summary>
    Gif,

    /// <summary>Anything else that is no png, jpg or webp, whatever it is called.</summary>
    NoPicture,

    /// <summary>It ends too early, or its bytes make no picture.</summary>
    Broken,
}

/// <summary>How large a picture may be when it is served.</summary>
/// <param name="Width">The most pixels across. A larger picture is made smaller.</param>
/// <param name="Height">The most pixels down.</param>
/// <param name="Bytes">The most bytes.</param>
internal sealed record PictureSize(int Width, int Height, long Bytes)
{
    /// <summary>A logo: sharp on a wall of 4K, where it stands 240 points wide.</summary>
    public static readonly PictureSize Logo = new(960, 400, FileKind.Logo.Limit());

    /// <summary>A picture in a report: sharp across the text on a screen of twice the density.</summary>
    public static readonly PictureSize Report = new(1_600, 1_600, FileKind.Picture.Limit());
}
