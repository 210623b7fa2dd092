using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// All notes with their origin, as rows of a sheet. The workbook and the csv file have the same rows. <c>docs/exports.md</c> describes the
/// columns.
/// </summary>
internal static class NoteSheet
{
    private static readonly string[] _columns =
    [
        "ColumnNumber", "ColumnKind", "ColumnNote", "ColumnParty", "ColumnGroup", "ColumnTime", "ColumnAgreed", "ColumnVotes", "ColumnUsed",
        "ColumnTheme", "ColumnTo", "ColumnWrittenBy",
    ];

    public static int Columns => _columns.Length;

    public static IEnumerable<string> Head(ReportWords words) => _columns.Select(column => words[column]);

    /// <summary>The cells of a note, in the order of the columns: texts, whole numbers and instants in Norwegian time.</summary>
    public static object[] CellsOf(ReportNote note, int number, ReportWords words) =>
    [
        number,
        words[note.Kind.ToString()],
        note.Text.Value,
        note.Origin?.Party.OneLine() ?? "",
        note.Origin is { } origin ? ReportLayout.NamesOf(origin.Group) : "",
        note.Origin is { } place ? NorwegianTime.Of(place.At).DateTime : "",
        note.Origin is { } agreed ? string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine())) : "",
        note.Votes,
        string.Join(", ", note.UsedIn.Select(use => words.Place(use))),
        note.Theme.OneLine(),
        note.To is { } to ? words[$"To{to}"] : "",
        note.Origin?.WrittenBy.OneLine() ?? "",
    ];
}
