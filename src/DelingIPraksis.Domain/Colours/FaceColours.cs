using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Colours;

/// <summary>What a colour of a network is used for.</summary>
public enum ColourUse
{
    /// <summary>Text: 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    Text,

    /// <summary>Lines and shapes that carry no text: 3 to 1 (WCAG 2.2, 1.4.11).</summary>
    Graphics,
}

/// <summary>Whether a colour can be read where it is used, and what to use instead.</summary>
/// <param name="Contrast">The contrast to the ground where it is read worst.</param>
/// <param name="Needed">The contrast that its use needs.</param>
/// <param name="Near">The nearest colour of the same hue that can be read; the colour itself when it can.</param>
public sealed record ColourVerdict(double Contrast, double Needed, Colour Near)
{
    /// <summary>Whether it can be read.</summary>
    public bool IsReadable => Contrast >= Needed;
}

/// <summary>
/// The colours of a network on the grounds of the product. A network chooses for light grounds; on dark ones the lightness is changed and
/// the hue is kept.
/// </summary>
public static class FaceColours
{
    // A thousandth is less than one step of eight bits.
    private const double Step = 0.001;

    /// <summary>The grounds of the light theme, of paper and of files. The style sheet has the same values; a test compares them.</summary>
    public static readonly ImmutableArray<Colour> Light = [Hex("#f7f5f0"), Hex("#fffefb"), Colour.White];

    /// <summary>The grounds of the dark theme, and the band at the foot of the wall.</summary>
    public static readonly ImmutableArray<Colour> Dark = [Hex("#0e1b1f"), Hex("#15262b"), Hex("#14292e")];

    /// <summary>The contrast that a use needs.</summary>
    public static double Needed(ColourUse use) => use == ColourUse.Text ? 4.5 : 3;

    /// <summary>Judges a colour on the light grounds.</summary>
    public static ColourVerdict Judge(Colour colour, ColourUse use) =>
        new(Worst(colour, Light), Needed(use), Nearest(colour, Light, Needed(use), -Step));

    /// <summary>The colour as it is shown on the dark grounds.</summary>
    public static Colour OnDark(Colour colour, ColourUse use) => Nearest(colour, Dark, Needed(use), Step);

    private static double Worst(Colour colour, ImmutableArray<Colour> grounds) => grounds.Min(colour.ContrastTo);

    // Always ends: black can be read on every light ground, and white on every dark one.
    private static Colour Nearest(Colour colour, ImmutableArray<Colour> grounds, double needed, double step)
    {
        if (Worst(colour, grounds) >= needed) return colour;
        var look = colour.Oklch;
        var near = colour;
        for (var lightness = look.Lightness + step; Worst(near, grounds) < needed; lightness += step)
            near = (look with { Lightness = Math.Clamp(lightness, 0, 1) }).OnScreen();
        return near;
    }

    private static Colour Hex(string text) => Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);
}
