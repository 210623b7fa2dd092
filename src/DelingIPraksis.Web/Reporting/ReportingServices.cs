using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Reports: their files and the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddReportFiles();
        builder.Services.AddSingleton<IPublishedReports, PublishedReports>();
    }

    /// <summary>Every kind of file, for the service and for the command line alike.</summary>
    public static void AddReportFiles(this IServiceCollection services)
    {
        services.AddSingleton<Office>();
        services.AddSingleton<IReportFile, WordFile>();
        services.AddSingleton<IReportFile, MarkdownFile>();
        services.AddSingleton<IReportFile, HtmlFile>();
        services.AddSingleton<IReportFile, WorkbookFile>();
        services.AddSingleton<IReportFile, NotesFile>();
        services.AddSingleton<IReportFile, ReportJsonFile>();
        services.AddSingleton<IReportFile>(provider => OfficeFile.Pdf(provider.GetRequiredService<Office>()));
        services.AddSingleton<IReportFile>(provider => OfficeFile.OpenDocument(provider.GetRequiredService<Office>()));
        services.AddSingleton<IReportFile, BundleFile>();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.UseMiddleware<PublishedCaching>();
        app.MapReportFiles();
    }
}
