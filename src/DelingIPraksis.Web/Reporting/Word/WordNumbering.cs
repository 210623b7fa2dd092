using DelingIPraksis.Domain.GroupWork;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>Three real lists: a square bullet for what stands in the way, a round one for what opens, and a plain one.</summary>
internal static class WordNumbering
{
    public const int Plain = 1;
    private const int Square = 2;
    private const int Round = 3;

    public static int Of(NoteKind? kind) => kind switch
    {
        NoteKind.Barrier => Square,
        NoteKind.Opportunity => Round,
        _ => Plain,
    };

    public static Numbering Make() => new(
        List(Plain, "–", WordLook.Quiet, "22"), List(Square, "■", WordLook.Stone, "15"), List(Round, "●", WordLook.Moss, "19"),
        Instance(Plain), Instance(Square), Instance(Round));

    private static AbstractNum List(int id, string sign, string color, string size) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = sign },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" }),
            // Arial has all three signs on every machine; the typefaces of the text do not.
            new NumberingSymbolRunProperties(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", Hint = FontTypeHintValues.Default }, new Color { Val = color }, new FontSize { Val = size }))
        {
            LevelIndex = 0,
        })
    {
        AbstractNumberId = id,
    };

    private static NumberingInstance Instance(int id) => new(new AbstractNumId { Val = id }) { NumberID = id };
}
