using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Reports: their files, the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton<IReportFile, WordFile>();
        services.AddSingleton<IReportFile, MarkdownFile>();
        services.AddSingleton<IReportFile, NotesFile>();
        services.AddSingleton<IReportFile, ReportJsonFile>();
    }
}
