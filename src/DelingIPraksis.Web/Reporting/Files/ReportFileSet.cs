using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>All file formats of the report: for the service, for the command line, and for the bundle that contains them all.</summary>
internal sealed class ReportFileSet
{
    public ReportFileSet(Office office, ReportAssets? assets = null)
    {
        IReportFile[] files =
        [
            new WordFile(assets),
            new MarkdownFile(assets),
            new HtmlFile(assets),
            new WorkbookFile(),
            new NotesFile(),
            new PromisesFile(),
            new ReportJsonFile(),
            OfficeFile.Pdf(office, assets),
            OfficeFile.OpenDocument(office, assets),
        ];
        All = [.. files, new BundleFile(files, assets)];
    }

    public IReadOnlyList<IReportFile> All { get; }

    /// <summary>Finds the file by its format; null when there is none.</summary>
    public IReportFile? Find(string format) => All.FirstOrDefault(file => file.Format == format);
}
