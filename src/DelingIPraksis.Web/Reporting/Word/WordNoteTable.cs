using System.Globalization;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>All notes in a table on a landscape page.</summary>
internal static class WordNoteTable
{
    private static readonly string[] _columns =
    [
        "ColumnKind", "ColumnNote", "ColumnParty", "ColumnGroup", "ColumnTime", "ColumnAgreed", "ColumnVotes", "ColumnUsed",
    ];
    private static readonly WordTable _table = new([1500, 4150, 1500, 1900, 1050, 1300, 1200, WordLook.WideMeasure - 12600]);

    /// <summary>Writes row by row, so that ten thousand notes are never a tree in memory.</summary>
    public static void Write(OpenXmlWriter writer, ReportPart.NoteTable table, WordText text, ReportWords words)
    {
        writer.WriteStartElement(new Table());
        foreach (var element in _table.Properties(words["ArchiveNotes"], table.Title)) writer.WriteElement(element);
        writer.WriteElement(_table.Head(text, _columns.Select(column => words[column])));
        foreach (var note in table.Notes) writer.WriteElement(Row(note, text, words));
        writer.WriteEndElement();
        // A document must end with a paragraph, also after a table.
        writer.WriteElement(text.Line(WordStyles.After, table.Title));
    }

    private static TableRow Row(ReportNote note, WordText text, ReportWords words)
    {
        var barrier = note.Kind == NoteKind.Barrier;
        return _table.Row(
        [
            (
                text.Line(WordStyles.Cell, $"{(barrier ? "■" : "●")} {words[barrier ? "Barrier" : "Opportunity"]}"),
                barrier ? WordLook.StoneWash : WordLook.MossWash
            ),
            (WordText.Words(WordStyles.Cell, note.Text.Lines(), LanguageDetector.Of(note.Text, text.Language)), null),
            Told(note.Origin?.Party.OneLine() ?? ""),
            Told(note.Origin is { } origin ? ReportLayout.NamesOf(origin.Group) : ""),
            Told(note.Origin is { } place ? NorwegianTime.Of(place.At).ToString("dd.MM. HH.mm", CultureInfo.InvariantCulture) : ""),
            Told(note.Origin is { } agreed ? string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine())) : ""),
            Told(note.Votes.ToText()),
            Told(string.Join(", ", note.UsedIn.Select(words.Place))),
        ]);

        (Paragraph, string?) Told(string cell) => (text.Line(WordStyles.Cell, cell), null);
    }
}
