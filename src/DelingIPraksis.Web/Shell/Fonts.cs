namespace DelingIPraksis.Web.Shell;

/// <summary>The face of the tool's own words is asked for early, at the very address the style sheet uses.</summary>
internal static class Fonts
{
    public const string Ui = "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?v=6";
}
