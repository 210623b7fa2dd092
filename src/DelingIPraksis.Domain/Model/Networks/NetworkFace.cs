using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Colours;

namespace DelingIPraksis.Domain.Networks;

/// <summary>How a network shows itself. A gathering keeps the face of its day.</summary>
/// <param name="Name">The name beside the logo, or empty for the name of the network.</param>
/// <param name="Primary">The colour of text and links as «#rrggbb», or null.</param>
/// <param name="Secondary">The colour of lines and shapes as «#rrggbb», or null.</param>
/// <param name="Logo">The hash of the file with the logo (SHA-256, 64 hexadecimal digits), or null.</param>
/// <param name="LogoText">What the logo shows, for those who do not see it; empty when the name says it.</param>
/// <param name="LogoWidth">Pixels; 0 without a logo.</param>
/// <param name="LogoHeight">Pixels; 0 without a logo.</param>
public sealed record NetworkFace(
    PlainText Name,
    string? Primary,
    string? Secondary,
    string? Logo,
    PlainText LogoText = default,
    int LogoWidth = 0,
    int LogoHeight = 0
)
{
    /// <summary>The most characters of <see cref="LogoText"/>.</summary>
    public const int LongestLogoText = 200;

    /// <summary>The most pixels of a logo on a side.</summary>
    public const int LargestLogo = 4_000;

    /// <summary>Nothing chosen yet.</summary>
    public static readonly NetworkFace None = new("", null, null, null);

    /// <summary>Whether every value is one: colours are colours and can be read, and a logo has a hash and a size.</summary>
    [JsonIgnore]
    public bool IsSound =>
        IsReadable(Primary, ColourUse.Text)
        && IsReadable(Secondary, ColourUse.Graphics)
        && (Logo is null
            ? LogoWidth == 0 && LogoHeight == 0
            : Logo.Length == 64
                && Logo.All(char.IsAsciiHexDigitLower)
                && LogoWidth is > 0 and <= LargestLogo
                && LogoHeight is > 0 and <= LargestLogo);

    /// <summary>
    /// What a network shows when somebody asks for changes of a face that others may have changed since it was read. A part is the logo
    /// with its text and size, the name, or one of the colours.
    /// </summary>
    /// <param name="seen">The face that was read.</param>
    /// <param name="asked">The face that is asked for: <paramref name="seen"/> with some parts changed.</param>
    /// <param name="now">The face that stands now.</param>
    /// <returns>The parts that are asked for, and the others as they stand now; null when both have changed the same part.</returns>
    public static NetworkFace? Merge(NetworkFace? seen, NetworkFace? asked, NetworkFace? now)
    {
        var (was, wanted, there) = (seen ?? None, asked ?? None, now ?? None);
        return TryMerge(was.Name, wanted.Name, there.Name, out var name)
            && TryMerge(was.Primary, wanted.Primary, there.Primary, out var primary)
            && TryMerge(was.Secondary, wanted.Secondary, there.Secondary, out var secondary)
            && TryMerge(LogoOf(was), LogoOf(wanted), LogoOf(there), out var logo)
                ? new NetworkFace(name, primary, secondary, logo.Hash, logo.Text, logo.Width, logo.Height)
                : null;
    }

    private static (string? Hash, PlainText Text, int Width, int Height) LogoOf(NetworkFace face) =>
        (face.Logo, face.LogoText, face.LogoWidth, face.LogoHeight);

    private static bool TryMerge<T>(T seen, T asked, T now, out T merged)
    {
        var same = EqualityComparer<T>.Default;
        var asks = !same.Equals(asked, seen);
        merged = asks ? asked : now;
        return !asks || same.Equals(now, seen) || same.Equals(now, asked);
    }

    private static bool IsReadable(string? colour, ColourUse use) =>
        colour is null
        || (Colour.TryParse(colour, out var read)
            && string.Equals(read.ToString(), colour, StringComparison.OrdinalIgnoreCase)
            && FaceColours.Judge(read, use).IsReadable);
}
