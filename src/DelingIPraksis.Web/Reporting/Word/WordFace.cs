using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Storage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The logo and the colours of a network in a document. Without a face, it has the colours of the product.</summary>
/// <param name="face">How the network showed itself, or null.</param>
/// <param name="logo">Its logo, or null.</param>
internal sealed class WordFace(NetworkFace? face, Logo? logo)
{
    private const string Relation = "rLogo";
    private const uint Number = 900;

    // English Metric Units: a logo is at most 18 mm high and 75 mm wide, and never larger than it is at 96 dots to the inch.
    private const long Highest = 648_000, Widest = 2_700_000, Pixel = 9_525;

    /// <summary>The colour of links and small headings, as Word writes it.</summary>
    public string Text { get; } = Hex(face?.Primary) ?? WordLook.Fjord;

    /// <summary>The colour of the name of the network.</summary>
    public string Name { get; } = Hex(face?.Primary) ?? WordLook.Quiet;

    /// <summary>The colour of the line under the head of the report; null without a face.</summary>
    public string? Line { get; } = Hex(face?.Secondary ?? face?.Primary);

    /// <summary>The colours of a pair's mark; null for those of the product.</summary>
    public (Colour One, Colour Two)? Pair { get; } =
        Colour.TryParse(face?.Primary ?? face?.Secondary, out var one)
            ? (one, Colour.TryParse(face?.Secondary, out var two) && two != one ? two : Softer(one))
            : null;

    /// <summary>The logo in a paragraph of its own, at the top of the report; null without one.</summary>
    /// <param name="main">The document.</param>
    /// <param name="network">What to say it shows, when nothing else is said.</param>
    public Paragraph? Logo(MainDocumentPart main, string network)
    {
        if (logo is null || face is not { LogoWidth: > 0, LogoHeight: > 0 }) return null;
        var type = logo.Format == FileFormat.Png ? ImagePartType.Png : ImagePartType.Jpeg;
        WordPicture.Add(main, Relation, type, () => new MemoryStream(logo.Bytes));
        var (width, height) = (face.LogoWidth * Pixel, face.LogoHeight * Pixel);
        var scale = Math.Min(1, Math.Min(Widest / (double)width, Highest / (double)height));
        var alternative = face.LogoText.IsEmpty ? network : face.LogoText.OnOneLine.Value;
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "0", After = "240" }),
            WordPicture.Run(
                Relation,
                "Logo",
                $"logo{logo.Format.Extension()}",
                (long)(width * scale),
                (long)(height * scale),
                Number,
                alternative
            )
        );
    }

    // The second shape of a pair must differ from the first: lighter or darker, of the same hue.
    private static Colour Softer(Colour colour)
    {
        var look = colour.Oklch;
        return (look with { Lightness = look.Lightness > 0.45 ? look.Lightness - 0.2 : look.Lightness + 0.2 }).OnScreen();
    }

    private static string? Hex(string? colour) => Colour.TryParse(colour, out var read) ? read.ToString()[1..].ToUpperInvariant() : null;
}
