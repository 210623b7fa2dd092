using System.Globalization;
using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All notes with where they come from, for a spreadsheet. The columns are described in <c>docs/exports.md</c>.</summary>
internal sealed class NotesFile : IReportFile
{
    /// <summary>The columns, also of the sheet of notes in the workbook.</summary>
    public static readonly string[] Columns = ["Nr", "Type", "Lapp", "Skrevet av", "Gruppe", "Tid", "Enige", "Stemmer", "I punkt", "Tema", "Til", "Ført av"];

    // Semicolon and a byte order mark are what a Norwegian Excel opens right. A cell that begins as a formula does is made a text.
    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.Always,
        Injection = CsvInjection.Escape,
    };

    public string Format => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.EndRecordAsync(cancellation);
        for (var index = 0; index < report.Notes.Count; index++)
        {
            foreach (var cell in CellsOf(report.Notes[index], index + 1)) csv.WriteField(Harmless(cell));
            await csv.EndRecordAsync(cancellation);
        }
    }

    /// <summary>The cells of a note, in the order of the columns.</summary>
    public static string[] CellsOf(ReportNote note, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        NameOf(note.Kind),
        note.Text.Value,
        note.Origin?.Party.OneLine() ?? "",
        note.Origin is { } origin ? HouseForm.NamesOf(origin.Group) : "",
        note.Origin is { } place ? NorwegianTime.Of(place.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "",
        note.Origin is { } agreed ? string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine())) : "",
        note.Votes.ToString(CultureInfo.InvariantCulture),
        string.Join(", ", note.UsedIn.Select(use => string.Create(CultureInfo.InvariantCulture, $"{NameOf(use.Section, use.Title)} {use.Number}"))),
        note.Theme.OneLine(),
        NameOf(note.To),
        note.Origin?.WrittenBy.OneLine() ?? "",
    ];

    // The writer knows the signs of ASCII; a spreadsheet takes the wide ones of an East Asian keyboard too.
    private static string Harmless(string cell) => cell is ['＝' or '＋' or '－' or '＠', ..] ? $"'{cell}" : cell;

    /// <summary>What a section is called in a cell.</summary>
    public static string NameOf(Id<Section> section, PlainText title) =>
        section == Section.Asks ? "Ønske" : Section.KindOf(section) is { } kind ? NameOf(kind) : title.OneLine();

    private static string NameOf(Addressee? to) => to switch
    {
        Addressee.OwnWork => "Eget arbeid",
        Addressee.Region => "Regionen",
        Addressee.State => "Staten",
        Addressee.Ks => "KS",
        Addressee.Others => "Næringsliv og frivillige",
        _ => "",
    };

    private static string NameOf(NoteKind kind) => kind == NoteKind.Barrier ? "Barriere" : "Mulighet";
}
