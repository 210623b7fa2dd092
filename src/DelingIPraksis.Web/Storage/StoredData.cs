using DelingIPraksis.Web.Service;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>What is kept in a data folder, opened only to be read: beside a running service, or where none runs.</summary>
internal sealed class StoredData : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoredData(ServiceProvider services) => _services = services;

    public Database Database => _services.GetRequiredService<Database>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    /// <summary>Where the database lies.</summary>
    public string File => _services.GetRequiredService<DataFolder>().Database;

    /// <summary>Opens the folder that is set.</summary>
    /// <exception cref="StartRefusedException">There is no database in it.</exception>
    public static StoredData Open(CommandLine line)
    {
        var folder = new DataFolder(line.ToOptions().Data);
        if (!System.IO.File.Exists(folder.Database)) throw new StartRefusedException($"Det ligger ingen database i {folder.Path}. Velg mappa med --data.");
        var services = new ServiceCollection();
        services.AddSingleton(folder);
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<AppDbContext>(options => SqliteDatabase.Use(options, SqliteDatabase.Connection(folder.Database, SqliteOpenMode.ReadOnly, pooling: false)));
        services.AddSingleton<Database>();
        services.AddSingleton<GatheringLog>();
        return new StoredData(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
