using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All notes with where they come from, for a spreadsheet. The columns are described in <c>docs/exports.md</c>.</summary>
internal sealed class NotesFile : IReportFile
{
    private static readonly string[] Columns = ["Nr", "Type", "Lapp", "Skrevet av", "Gruppe", "Tid", "Enige", "Stemmer", "I punkt"];

    // Semicolon and a byte order mark are what a Norwegian Excel opens right. A cell that begins as a formula does is made a text,
    // also with the wide signs that an East Asian keyboard gives.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        ShouldQuote = _ => true,
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };

    public string Format => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        for (var index = 0; index < report.Notes.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteNote(csv, report.Notes[index], index + 1);
            await csv.NextRecordAsync();
        }
    }

    private static void WriteNote(CsvWriter csv, ReportNote note, int number)
    {
        csv.WriteField(number);
        csv.WriteField(NameOf(note.Kind));
        csv.WriteField(note.Text.Value);
        csv.WriteField(note.Origin?.Party.OneLine());
        csv.WriteField(note.Origin is { } origin ? HouseForm.NamesOf(origin.Group) : null);
        csv.WriteField(note.Origin is { } place ? NorwegianTime.Of(place.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null);
        csv.WriteField(note.Origin is { } agreed ? string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine())) : null);
        csv.WriteField(note.Votes);
        csv.WriteField(string.Join(", ", note.UsedIn.Select(use => string.Create(CultureInfo.InvariantCulture, $"{NameOf(use.List)} {use.Number}"))));
    }

    private static string NameOf(NoteKind kind) => kind == NoteKind.Barrier ? "Barriere" : "Mulighet";
}
