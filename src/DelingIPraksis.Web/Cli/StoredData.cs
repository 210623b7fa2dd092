using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Cli;

/// <summary>The data folder as a command opens it, with or without a running service.</summary>
internal sealed class StoredData : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoredData(ServiceProvider services) => _services = services;

    public Database Database => _services.GetRequiredService<Database>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    public Compaction Compaction => _services.GetRequiredService<Compaction>();

    public SqliteSearchIndex Search => _services.GetRequiredService<SqliteSearchIndex>();

    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    /// <summary>What the database is called.</summary>
    public string Name => _services.GetRequiredService<IStore>().Name;

    /// <summary>Whether the database is a file in the folder.</summary>
    public bool IsInFolder => _services.GetRequiredService<IStore>() is SqliteStore;

    /// <summary>Opens the configured folder for reading.</summary>
    /// <exception cref="StartRefusedException">It has no database.</exception>
    public static StoredData Open(CommandLine line) => Open(line, SqliteOpenMode.ReadOnly);

    /// <summary>Opens the configured folder for writing, also beside a running service. The two wait for each other's writes.</summary>
    /// <exception cref="StartRefusedException">It has no database, or the database is of an older version.</exception>
    public static async Task<StoredData> OpenToWriteAsync(CommandLine line)
    {
        var data = Open(line, SqliteOpenMode.ReadWrite);
        if (await data.IsReadyAsync()) return data;
        var name = data.Name;
        await data.DisposeAsync();
        throw new StartRefusedException($"Databasen {name} er fra en eldre utgave. Start tjenesten én gang, så blir den gjort klar.");
    }

    private static StoredData Open(CommandLine line, SqliteOpenMode mode)
    {
        var folder = new DataFolder(line.ToOptions().Data);
        var store = Stores.ForCommand(line.ToOptions(), folder, mode);
        var services = new ServiceCollection();
        services.AddSingleton(folder);
        services.AddSingleton(store);
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<AppDbContext>(options => store.Use(options));
        services.AddSingleton<Database>();
        services.AddSingleton<Compaction>();
        services.AddSingleton<SqliteSearchIndex>();
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
