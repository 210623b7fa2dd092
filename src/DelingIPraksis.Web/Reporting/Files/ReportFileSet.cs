using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All file formats of the report: for the service, for the command line, and for the bundle that contains them all.</summary>
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

    /// <summary>Finds the file by its format; null when there is none.</summary>
    public IReportFile? Find(string format) => All.FirstOrDefault(file => file.Format == format);
}
