using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Web.Shell.Face;

/// <summary>The colours of a network as values of a style sheet, each with the one that takes its place on dark grounds.</summary>
internal static class FaceStyle
{
    /// <summary>
    /// The declarations of <c>--face-a</c> (text) and <c>--face-b</c> (lines and shapes) for a style attribute; null without colours.
    /// </summary>
    /// <remarks>The values are written by us from parsed colours, so nothing that somebody typed comes into the style.</remarks>
    public static string? Of(NetworkFace? face)
    {
        var one = Pair("--face-a", face?.Primary, ColourUse.Text);
        var two = Pair("--face-b", face?.Secondary ?? face?.Primary, ColourUse.Graphics);
        return one is null && two is null ? null : $"{one}{two}";
    }

    private static string? Pair(string name, string? hex, ColourUse use) =>
        Colour.TryParse(hex, out var colour) ? $"{name}:light-dark({colour},{FaceColours.OnDark(colour, use)});" : null;
}
