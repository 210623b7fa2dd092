using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>A file format of the report. To add a format, write a class and add a line in <see cref="ReportFileSet"/>.</summary>
internal interface IReportFile
{
    /// <summary>The name of the format in the address and the command. It ends as the file's extension.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <summary>Writes the report. The stream may be a network connection, so never write synchronously.</summary>
    Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation);
}
