using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Reports: their files and the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IReportFile, WordFile>();
        builder.Services.AddSingleton<IReportFile, MarkdownFile>();
        builder.Services.AddSingleton<IReportFile, NotesFile>();
        builder.Services.AddSingleton<IReportFile, ReportJsonFile>();
        builder.Services.AddSingleton<IPublishedReports, PublishedReports>();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.UseMiddleware<PublishedCaching>();
        app.MapReportFiles();
    }
}
