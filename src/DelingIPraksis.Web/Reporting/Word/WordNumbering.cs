using DelingIPraksis.Domain.GroupWork;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// Native Word lists: a square bullet for barriers, a round one for opportunities, a plain one, and a list where each item has a drawing
/// instead of a bullet.
/// </summary>
internal static class WordNumbering
{
    public const int Plain = 1;
    public const int Drawn = 4;

    /// <summary>The indent of the text after a drawing. It leaves room for a drawing of three.</summary>
    public const int DrawnIndent = 820;

    private const int Indent = 425;
    private const int Square = 2;
    private const int Round = 3;

    public static int Of(NoteKind? kind) => kind switch
    {
        NoteKind.Barrier => Square,
        NoteKind.Opportunity => Round,
        _ => Plain,
    };

    public static Numbering Make() => new(
            List(Plain, "–", WordLook.Quiet, "22"),
            List(Square, "■", WordLook.Stone, "15"),
            List(Round, "•", WordLook.Moss, "34"),
            List(Drawn, "", WordLook.Quiet, "22", DrawnIndent),
        Instance(Plain), Instance(Square), Instance(Round), Instance(Drawn));

    private static AbstractNum List(int id, string sign, string color, string size, int indent = Indent) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelSuffix { Val = sign.Length > 0 ? LevelSuffixValues.Tab : LevelSuffixValues.Nothing },
            new LevelText { Val = sign },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = indent.ToText(), Hanging = indent.ToText() }),
            // Signs that the embedded typeface has: with any other a server without fonts puts another typeface into the file.
            new NumberingSymbolRunProperties(
                new RunFonts
                {
                    Ascii = WordLook.Serif,
                    HighAnsi = WordLook.Serif,
                    EastAsia = WordLook.Serif,
                    ComplexScript = WordLook.Serif,
                    Hint = FontTypeHintValues.Default,
                },
                new Color { Val = color },
                new FontSize { Val = size }
            )
        )
        {
            LevelIndex = 0,
        })
    {
        AbstractNumberId = id,
    };

    private static NumberingInstance Instance(int id) => new(new AbstractNumId { Val = id }) { NumberID = id };
}
