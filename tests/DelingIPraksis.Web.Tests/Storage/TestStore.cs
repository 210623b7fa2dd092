using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>The real storage on a real file, without the rest of the application.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly StorageStart _start;
    private readonly IStore _store;
    private readonly string _database;
    private readonly ServiceProvider _services;

    private TestStore(string path, string database)
    {
        _database = database;
        Folder = new DataFolder(path);
        _store = Stores.Of(new StartOptions { Database = database }, Folder);
        _start = new StorageStart(Folder, _store, Health, NullLogger<StorageStart>.Instance);
        var services = new ServiceCollection();
        services.AddSingleton<WriteGate>();
        services.AddSingleton(Folder);
        services.AddSingleton(_store);
        services.AddDbContextFactory<AppDbContext>(options => _store.Use(options));
        services.AddSingleton<Database>();
        services.AddLogging();
        services.AddSingleton<GatheringLog>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<FileStore>();
        services.AddSingleton<Compaction>();
        _services = services.BuildServiceProvider();
    }

    public DataFolder Folder { get; }

    public StoreHealth Health { get; } = new();

    public Database Database => _services.GetRequiredService<Database>();

    public FileStore Files => _services.GetRequiredService<FileStore>();

    public Compaction Compaction => _services.GetRequiredService<Compaction>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    /// <summary>A folder that does not exist yet.</summary>
    public static string NewPath() => Path.Combine(Path.GetTempPath(), "deling-" + Guid.CreateVersion7().ToString("N"));

    /// <summary>Opens a store as the application does: SQLite in a folder, or PostgreSQL with a folder beside it.</summary>
    public static async Task<TestStore> OpenAsync(string? path = null, string database = "")
    {
        var store = new TestStore(path ?? NewPath(), database);
        try
        {
            await store._start.StartingAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            // As the end of the process does.
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a new store on PostgreSQL.</summary>
    public static async Task<TestStore> OpenOnPostgresAsync() =>
        await OpenAsync(database: await (await PostgresServer.SharedAsync()).NewDatabaseAsync());

    /// <summary>Stops, and opens the same again.</summary>
    public async Task<TestStore> AgainAsync()
    {
        await DisposeAsync();
        return await OpenAsync(Folder.Path, _database);
    }

    /// <summary>Does something while the database cannot be reached: its folder is away, or the server lets nobody in.</summary>
    public async Task WhileGoneAsync(Func<Task> act)
    {
        if (_database.Length == 0)
        {
            Directory.Move(Folder.Path, Folder.Path + "-away");
            await act();
            Directory.Move(Folder.Path + "-away", Folder.Path);
            return;
        }

        await PostgresServer.WhileGoneAsync(_database, act);
    }

    /// <summary>Does something to a database that nobody has open, as a fault or another program would.</summary>
    public static void Tamper(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(path, "deling.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A network that is there, for files that belong to one.</summary>
    public async Task<FileOwner> GivenNetworkAsync()
    {
        var id = new Id<Network>(Guid.NewGuid());
        await Database.WriteAsync(context =>
        {
            context.Add(new NetworkIndex
            {
                Id = id,
                Name = "Prøvenettverket",
                Slug = id.ToString(),
                IsDemo = false,
                CreatedAt = DateTimeOffset.UnixEpoch,
                IsSetUp = true,
            });
            return Task.CompletedTask;
        });
        return FileOwner.OfNetwork(id);
    }

    /// <summary>Stops as the application stops; the folder stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _start.StoppedAsync(CancellationToken.None);
    }
}
