using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// The design on paper: the light palette of <c>tokens.css</c>, and two typefaces. Sizes are in half points, and distances in twentieths of
/// a point.
/// </summary>
internal static class WordLook
{
    public const string Ink = "14292E";
    public const string Quiet = "4D6167";
    public const string Line = "D9D6CC";
    public const string Fjord = "0B5563";
    public const string Moss = "3D6134";
    public const string MossWash = "E9F0E2";
    public const string Stone = "7A3B22";
    public const string StoneWash = "F6E9E1";

    public static string ColorOf(NoteKind? kind) => kind switch
    {
        NoteKind.Barrier => Stone,
        NoteKind.Opportunity => Moss,
        _ => Fjord,
    };

    /// <summary>
    /// The typeface of what people wrote. Most machines lack both typefaces, so <see cref="WordFonts"/> embeds them in the file.
    /// </summary>
    public const string Serif = "Source Serif 4";

    /// <summary>The typeface of the tool's own texts.</summary>
    public const string Sans = "Atkinson Hyperlegible Next";

    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int Margin = 1418;

    /// <summary>The width between the margins of a portrait page.</summary>
    public const int Measure = PageWidth - (2 * Margin);

    /// <summary>The width between the margins of a landscape page.</summary>
    public const int WideMeasure = PageHeight - (2 * Margin);
}
