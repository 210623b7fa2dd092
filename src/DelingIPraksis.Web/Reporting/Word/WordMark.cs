using DelingIPraksis.Web.Pictures;
using DocumentFormat.OpenXml.Packaging;
using Text = DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// The mark of a pair: two or three overlapping shapes before its names, in the colours of the network when it has some. In our own colours
/// it also stands small at the end of the report, beside the name of the product.
/// </summary>
internal static class WordMark
{
    // The drawing is 24 high and 42 wide, or 61 wide with a third shape.
    private const long LetterHeight = 140_400;

    /// <summary>The mark in the height of the letters beside it. Each drawing in a document needs its own number.</summary>
    public static Text.Run Beside(MainDocumentPart main, bool trio, uint number, WordFace? face = null)
    {
        var (name, relation, width) = trio ? ("mark-trio.png", "rTrio", 61) : ("mark.png", "rMark", 42);
        if (face?.Pair is { } colours)
        {
            relation = trio ? "rFaceTrio" : "rFaceMark";
            WordPicture.Add(main, relation, ImagePartType.Png, () => new MemoryStream(PairMarkPicture.Png(colours.One, colours.Two, trio)));
        }
        else
        {
            WordPicture.Add(
                main,
                relation,
                ImagePartType.Png,
                () => typeof(WordMark).Assembly.GetManifestResourceStream($"DelingIPraksis.Web.Reporting.Word.{name}")!
            );
        }

        return WordPicture.Run(relation, "Merke", name, LetterHeight * width / 24, LetterHeight, 1000 + number);
    }
}
