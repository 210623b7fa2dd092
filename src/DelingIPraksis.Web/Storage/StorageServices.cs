using DelingIPraksis.Web.Shell.Start;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Storage;

internal static class StorageServices
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new DataFolder(services.GetRequiredService<IOptions<StartOptions>>().Value.Data));
        builder.Services.AddSingleton<IStore>(services =>
            Stores.Of(services.GetRequiredService<IOptions<StartOptions>>().Value, services.GetRequiredService<DataFolder>()));
        builder.Services.AddSingleton<IValidateOptions<StartOptions>, DatabaseOptionsValidator>();
        builder.Services.AddSingleton<WriteGate>();
        // Scoped options would be made again for every circuit, though they are the same for all.
        builder.Services.AddDbContextFactory<AppDbContext>((services, options) =>
            services.GetRequiredService<IStore>().Use(options));
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<StoreHealth>();
        builder.Services.AddSingleton<GatheringLog>();
        builder.Services.AddSingleton<IGatheringPast>(services => services.GetRequiredService<GatheringLog>());
        builder.Services.AddSingleton<NetworkLog>();
        builder.Services.AddSingleton<Compaction>();
        builder.Services.AddSingleton(Stores.SearchOf);
        builder.Services.AddSingleton<IDerivedFromGatherings>(services => services.GetRequiredService<ISearchIndex>());
        builder.Services.AddSingleton<GatheringErasure>();
        builder.Services.AddSingleton<IDrafts, Drafts>();
        builder.Services.AddSingleton<KeptFiles>();
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddHostedService<StorageStart>();
        builder.AddKeys();
    }

    /// <summary>Cookies and circuits must survive a restart, and an upgrade to another folder.</summary>
    private static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("DelingIPraksis");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IOptions<StartOptions>, DataFolder, KeptFiles, ILoggerFactory>((keys, start, folder, files, loggers) =>
                keys.XmlRepository = Stores.IsOnServer(start.Value)
                    ? new DatabaseKeys(files)
                    : new FileSystemXmlRepository(FolderOfKeys(folder), loggers));
    }

    // The repository would make it open for others to list.
    private static DirectoryInfo FolderOfKeys(DataFolder folder)
    {
        PrivateFiles.MakeFolder(folder.Keys);
        return new DirectoryInfo(folder.Keys);
    }
}
