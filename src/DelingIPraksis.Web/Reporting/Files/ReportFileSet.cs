using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Every kind of file a report can be fetched as: for the service, for the command line, and for the archive that holds them all.
/// </summary>
internal sealed class ReportFileSet
{
    public ReportFileSet(Office office)
    {
        IReportFile[] files =
        [
            new WordFile(),
            new MarkdownFile(),
            new HtmlFile(),
            new WorkbookFile(),
            new NotesFile(),
            new ReportJsonFile(),
            OfficeFile.Pdf(office),
            OfficeFile.OpenDocument(office),
        ];
        All = [.. files, new BundleFile(files)];
    }

    public IReadOnlyList<IReportFile> All { get; }

    /// <summary>The kind of a format, or null.</summary>
    public IReportFile? Find(string format) => All.FirstOrDefault(file => file.Format == format);
}
