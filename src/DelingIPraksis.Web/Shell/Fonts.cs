namespace DelingIPraksis.Web.Shell;

/// <summary>The address of the interface font. Pages preload it, so it must be exactly the address in the style sheet.</summary>
internal static class Fonts
{
    public const string Ui = "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?v=6";
}
