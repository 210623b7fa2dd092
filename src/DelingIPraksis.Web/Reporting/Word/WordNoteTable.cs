using System.Globalization;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>All notes in a table on a page on its side; its first row is marked as the head, and stands on each page.</summary>
internal static class WordNoteTable
{
    private static readonly (string Key, int Width)[] Columns =
    [
        ("ColumnKind", 1500), ("ColumnNote", 4300), ("ColumnParty", 1500), ("ColumnGroup", 1900), ("ColumnTime", 1050), ("ColumnAgreed", 1300), ("ColumnVotes", 1050), ("ColumnUsed", WordLook.WideMeasure - 12600),
    ];

    /// <summary>Writes row by row: ten thousand notes are never a tree in memory.</summary>
    public static void Write(OpenXmlWriter writer, ReportPart.NoteTable table, WordText text, ReportWords words)
    {
        writer.WriteStartElement(new Table());
        writer.WriteElement(new TableProperties(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = WordLook.WideMeasure.ToText(), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = words["ArchiveNotes"] },
            new TableDescription { Val = table.Title }));
        writer.WriteElement(new TableGrid(Columns.Select(column => new GridColumn { Width = column.Width.ToText() })));
        writer.WriteElement(Head(text, words));
        foreach (var note in table.Notes) writer.WriteElement(Row(note, text, words));
        writer.WriteEndElement();
        // A document ends in a paragraph, also after a table.
        writer.WriteElement(new Paragraph());
    }

    private static TableRow Head(WordText text, ReportWords words) => new(
        Columns.Select(OpenXmlElement (column) => Cell(column.Width, text.Line(WordStyles.CellHead, words[column.Key])))
            .Prepend(new TableRowProperties(new CantSplit(), new TableHeader())));

    private static TableRow Row(ReportNote note, WordText text, ReportWords words)
    {
        var barrier = note.Kind == NoteKind.Barrier;
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        string[] before = [$"{(barrier ? "■" : "●")} {words[barrier ? "Barrier" : "Opportunity"]}"];
        string[] after =
        [
            note.Origin?.Party.OneLine() ?? "",
            note.Origin is { } origin ? HouseForm.NamesOf(origin.Group) : "",
            note.Origin is { } place ? NorwegianTime.Of(place.At).ToString("dd.MM. HH.mm", CultureInfo.InvariantCulture) : "",
            note.Origin is { } agreed ? string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine())) : "",
            note.Votes.ToText(),
            string.Join(", ", note.UsedIn.Select(words.Place)),
        ];
        row.Append(Cell(Columns[0].Width, text.Line(WordStyles.Cell, before[0]), barrier ? WordLook.StoneWash : WordLook.MossWash));
        var written = WrittenForm.Of(note.Text, text.Language);
        row.Append(Cell(Columns[1].Width, WordText.Words(WordStyles.Cell, note.Text.Lines(), written)));
        for (var index = 0; index < after.Length; index++) row.Append(Cell(Columns[index + 2].Width, text.Line(WordStyles.Cell, after[index])));
        return row;
    }

    private static TableCell Cell(int width, Paragraph content, string? shade = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToText(), Type = TableWidthUnitValues.Dxa });
        if (shade is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        return new TableCell(properties, content);
    }
}
