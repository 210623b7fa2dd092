using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>The real storage on a real file, without the rest of the application.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly StorageStart _start;
    private readonly ServiceProvider _services;

    private TestStore(string path)
    {
        Folder = new DataFolder(path);
        _start = new StorageStart(Folder, Health, NullLogger<StorageStart>.Instance);
        var services = new ServiceCollection();
        services.AddSingleton<WriteGate>();
        services.AddSingleton(Folder);
        services.AddDbContextFactory<AppDbContext>(options => SqliteDatabase.Use(options, SqliteDatabase.Connection(Folder.Database)));
        services.AddSingleton<Database>();
        services.AddLogging();
        services.AddSingleton<GatheringLog>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<FileStore>();
        _services = services.BuildServiceProvider();
    }

    public DataFolder Folder { get; }

    public StoreHealth Health { get; } = new();

    public Database Database => _services.GetRequiredService<Database>();

    public FileStore Files => _services.GetRequiredService<FileStore>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    /// <summary>A folder that does not exist yet.</summary>
    public static string NewPath() => Path.Combine(Path.GetTempPath(), "deling-" + Guid.CreateVersion7().ToString("N"));

    public static async Task<TestStore> OpenAsync(string? path = null)
    {
        var store = new TestStore(path ?? NewPath());
        await store._start.StartingAsync(CancellationToken.None);
        return store;
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
