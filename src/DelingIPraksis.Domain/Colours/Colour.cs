using System.Globalization;

namespace DelingIPraksis.Domain.Colours;

/// <summary>A colour of a screen (sRGB), without transparency.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>
    /// The relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2, «relative luminance».
    /// </summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>
    /// The colour in OKLCH, where equal steps look equal to the eye. Source: Björn Ottosson, «A perceptual color space for image
    /// processing», 2020.
    /// </summary>
    public Oklch Oklch
    {
        get
        {
            var (r, g, b) = (Linear(Red), Linear(Green), Linear(Blue));
            var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
            var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
            var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
            var lightness = (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
            var first = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
            var second = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
            return new Oklch(lightness, Math.Sqrt((first * first) + (second * second)), Math.Atan2(second, first));
        }
    }

    /// <summary>
    /// The contrast between two colours, 1 (the same) to 21 (black and white). Source: WCAG 2.2, «contrast ratio».
    /// </summary>
    public double ContrastTo(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>Reads «#0b5563», «0B5563» or the short «#0bf». False when it is no colour.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="colour">The colour, or black.</param>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        var digits = (text ?? "").Trim().TrimStart('#');
        if (digits.Length == 3) digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        if (digits.Length != 6 || !digits.All(char.IsAsciiHexDigit)) return false;
        var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>The colour as style sheets write it: «#0b5563».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

/// <summary>A colour by how it looks.</summary>
/// <param name="Lightness">0 (black) to 1 (white).</param>
/// <param name="Chroma">0 (grey) to about 0.37.</param>
/// <param name="Hue">Radians, −π to π; of no meaning when it is grey.</param>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    // Half a step of eight bits. Beyond that, a screen cannot show the colour.
    private const double Tolerance = 0.5 / 255;
    private const int Steps = 24;

    /// <summary>
    /// The nearest colour that a screen can show, with the same lightness and hue: the chroma is reduced as little as possible.
    /// </summary>
    public Colour OnScreen()
    {
        var (low, high) = (0.0, Chroma);
        if (IsOnScreen(Parts(high))) return Rounded(Parts(high));
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            if (IsOnScreen(Parts(middle))) low = middle;
            else high = middle;
        }

        return Rounded(Parts(low));
    }

    private static bool IsOnScreen((double R, double G, double B) parts) =>
        IsPart(parts.R) && IsPart(parts.G) && IsPart(parts.B);

    private static bool IsPart(double part) => part is >= -Tolerance and <= 1 + Tolerance;

    private static Colour Rounded((double R, double G, double B) parts) => new(Byte(parts.R), Byte(parts.G), Byte(parts.B));

    private static byte Byte(double part) => (byte)Math.Round(Math.Clamp(part, 0, 1) * 255);

    private static double Gamma(double part) =>
        part <= 0.0031308 ? part * 12.92 : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055;

    private (double R, double G, double B) Parts(double chroma)
    {
        var (first, second) = (chroma * Math.Cos(Hue), chroma * Math.Sin(Hue));
        var l = Cube(Lightness + (0.3963377774 * first) + (0.2158037573 * second));
        var m = Cube(Lightness - (0.1055613458 * first) - (0.0638541728 * second));
        var s = Cube(Lightness - (0.0894841775 * first) - (1.2914855480 * second));
        return (
            Gamma((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Gamma((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Gamma((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s))
        );
    }

    private static double Cube(double value) => value * value * value;
}
