using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All promises, as a csv file for spreadsheets.</summary>
internal sealed class PromisesFile : IReportFile
{
    public string Format => "lofter.csv";

    public string ContentType => CsvSheet.ContentType;

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        var words = new ReportWords(report.Facts.Language);
        return CsvSheet.WriteAsync(PromiseSheet.Head(words), PromiseSheet.Rows(report, words), stream, cancellation);
    }
}
