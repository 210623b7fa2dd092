using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>The colours as <c>tokens.css</c> has them.</summary>
internal static partial class Tokens
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Sources.Root, "wwwroot-assets", "css", "tokens.css"));

    public static IReadOnlyDictionary<string, string> Light { get; } = Colours(":root {");

    public static IReadOnlyDictionary<string, string> Dark { get; } = Colours("[data-theme=dark] {");

    /// <summary>The dark values once more, for those who let the device decide.</summary>
    public static IReadOnlyDictionary<string, string> DarkByDevice { get; } = Colours("  [data-theme=system] {");

    /// <summary>The contrast of two colours as WCAG defines it, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static Dictionary<string, string> Colours(string selector)
    {
        var start = Css.IndexOf(selector, StringComparison.Ordinal) + selector.Length;
        return ColourPattern()
            .Matches(Css[start..Css.IndexOf('}', start)])
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Luminance(string colour)
    {
        var channels = Enumerable.Range(0, 3)
            .Select(channel => int.Parse(colour.AsSpan(1 + 2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4))
            .ToList();
        return .2126 * channels[0] + .7152 * channels[1] + .0722 * channels[2];
    }

    [GeneratedRegex(@"--([\w-]+):\s*(#[0-9a-f]{6});")]
    private static partial Regex ColourPattern();
}
