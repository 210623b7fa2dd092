using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Published;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Reports: their files and the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Office>();
        builder.Services.AddSingleton<ReportFileSet>();
        builder.Services.AddSingleton<IPublishedReports, PublishedReports>();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.UseMiddleware<PublishedCaching>();
        app.MapReportFiles();
        app.MapReportFeeds();
    }
}
