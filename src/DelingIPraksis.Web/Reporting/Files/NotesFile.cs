using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All notes with their origin, as a csv file for spreadsheets.</summary>
internal sealed class NotesFile : IReportFile
{
    public string Format => "csv";

    public string ContentType => CsvSheet.ContentType;

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        var words = new ReportWords(report.Facts.Language);
        var rows = report.Notes.Select((note, index) => NoteSheet.CellsOf(note, index + 1, words));
        return CsvSheet.WriteAsync([.. NoteSheet.Head(words)], rows, stream, cancellation);
    }
}
