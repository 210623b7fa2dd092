using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Operations;

/// <summary>A data folder as it is opened by a command, with or without a running service, and by the trial of a copy.</summary>
internal sealed class StoredData : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoredData(ServiceProvider services) => _services = services;

    public Database Database => _services.GetRequiredService<Database>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    public Compaction Compaction => _services.GetRequiredService<Compaction>();

    public ISearchIndex Search => _services.GetRequiredService<ISearchIndex>();

    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    /// <summary>What the database is called.</summary>
    public string Name => _services.GetRequiredService<IStore>().Name;

    /// <summary>Whether the database is a file in the folder.</summary>
    public bool IsInFolder => _services.GetRequiredService<IStore>() is SqliteStore;

    /// <summary>Opens a folder and its database for reading.</summary>
    /// <param name="options">Where they are.</param>
    /// <exception cref="StartRefusedException">It has no database.</exception>
    public static StoredData Open(StartOptions options) => Open(options, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a folder for writing, also beside a running service. The two wait for each other's writes.</summary>
    /// <param name="options">Where they are.</param>
    /// <exception cref="StartRefusedException">It has no database, or the database is of an older version.</exception>
    public static async Task<StoredData> OpenToWriteAsync(StartOptions options)
    {
        var data = Open(options, SqliteOpenMode.ReadWrite);
        if (await data.IsReadyAsync()) return data;
        var name = data.Name;
        await data.DisposeAsync();
        throw new StartRefusedException($"Databasen {name} er fra en eldre utgave. Start tjenesten én gang, så blir den gjort klar.");
    }

    private static StoredData Open(StartOptions options, SqliteOpenMode mode)
    {
        var folder = new DataFolder(options.Data);
        var store = Stores.ForCommand(options, folder, mode);
        var services = new ServiceCollection();
        services.AddSingleton(folder);
        services.AddSingleton(store);
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<AppDbContext>(context => store.Use(context));
        services.AddSingleton<Database>();
        services.AddSingleton<Compaction>();
        services.AddSingleton(Stores.SearchOf);
        services.AddLogging();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatheringLog>(provider, mode == SqliteOpenMode.ReadWrite));
        services.AddAccountStore();
        return new StoredData(services.BuildServiceProvider());
    }

    /// <summary>Whether a service of this version has been started on it.</summary>
    public Task<bool> IsReadyAsync() => Database.ReadAsync(_services.GetRequiredService<IStore>().IsReadyAsync);

    /// <summary>A scope, for the accounts.</summary>
    public IServiceScope Scope() => _services.CreateScope();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
