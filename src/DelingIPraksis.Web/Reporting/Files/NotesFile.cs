using System.Globalization;
using CsvHelper;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All notes with their origin, as a csv file for spreadsheets.</summary>
internal sealed class NotesFile : IReportFile
{
    // A Norwegian Excel needs semicolons and a byte order mark to open the file correctly. A cell that begins like a formula is made a
    // text.
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
        var words = new ReportWords(report.Facts.Language);
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var column in NoteSheet.Head(words)) csv.WriteField(column);
        await csv.EndRecordAsync(cancellation);
        for (var index = 0; index < report.Notes.Count; index++)
        {
            foreach (var cell in NoteSheet.CellsOf(report.Notes[index], index + 1, words)) csv.WriteField(TextOf(cell));
            await csv.EndRecordAsync(cancellation);
        }
    }

    private static string TextOf(object cell) => cell switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // The csv writer escapes only ASCII signs. A spreadsheet also accepts the wide signs of an East Asian keyboard.
        string and ['＝' or '＋' or '－' or '＠', ..] => $"'{cell}",
        _ => (string)cell,
    };
}
