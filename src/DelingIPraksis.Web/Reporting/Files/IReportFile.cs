using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// One kind of file that a report can be fetched as. A new kind is a class of its own and a line in <see cref="ReportFileSet"/>.
/// </summary>
internal interface IReportFile
{
    /// <summary>What it is called in the address, and after the dot of the file's name.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <summary>Writes the report to a stream that may be a network connection: never synchronously.</summary>
    Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation);
}
