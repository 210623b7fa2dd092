using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Import;
using DelingIPraksis.Web.Reporting.Published;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Reports: their files and the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => new Office());
        builder.Services.AddSingleton<ReportFileSet>();
        builder.Services.AddSingleton<GatheringImporter>();
        builder.Services.AddSingleton<IPublishedReports, PublishedReports>();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.UseMiddleware<PublishedCaching>();
        app.MapReportFiles();
        app.MapJsonSchema();
        app.MapReportFeeds();
    }
}
