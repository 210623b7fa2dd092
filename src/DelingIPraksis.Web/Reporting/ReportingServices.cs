using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Reporting.Earlier.Formats;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Import;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting;

/// <summary>Registers what reports need: their files and the published pages.</summary>
internal static class ReportingServices
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new Office(
            work: Path.Combine(services.GetRequiredService<DataFolder>().Path, "filer-underveis")
        ));
        builder.Services.AddHostedService<OfficeCleanup>();
        builder.Services.AddSingleton(services => new LogoFiles(services.GetRequiredService<DataFolder>().Contents));
        builder.Services.AddSingleton<ReportFileSet>();
        builder.Services.AddSingleton<GatheringImporter>();
        builder.Services.AddSingleton<ImportLimiter>();
        builder.Services.AddSingleton(_ => new PdfText());
        builder.Services.AddSingleton<ReportSource>();
        builder.Services.AddSingleton<EarlierDrafts>();
        builder.Services.AddSingleton<IKeptForATime>(services => services.GetRequiredService<EarlierDrafts>());
        builder.Services.AddSingleton<EarlierImporter>();
        builder.Services.AddSingleton<IOriginalFile, OriginalFile>();
        builder.Services.AddSingleton<IPublishedReports, PublishedReports>();
        builder.Services.AddSingleton<PublishedFiles>();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.UseMiddleware<PublishedCaching>();
        app.MapReportFiles();
        app.MapGet(Addresses.Routes.Original, OriginalFile.SendAsync);
        app.MapJsonSchema();
        PublishedFiles.Map(app);
        app.MapReportFeeds();
    }
}

/// <summary>Removes, at the start, what a service that was killed while it made a file has left behind.</summary>
internal sealed class OfficeCleanup(Office office) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        office.Sweep();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
