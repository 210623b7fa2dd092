using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Operations;

/// <summary>A data folder as it is opened by a command, with or without a running service, and by the trial of a copy.</summary>
internal sealed class StoredData : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoredData(ServiceProvider services) => _services = services;

    public Database Database => _services.GetRequiredService<Database>();

    public GatheringLog Log => _services.GetRequiredService<GatheringLog>();

    public Compaction Compaction => _services.GetRequiredService<Compaction>();

    public SqliteSearchIndex Search => _services.GetRequiredService<SqliteSearchIndex>();

    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    public string File => Folder.Database;

    /// <summary>Opens a folder for reading.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="StartRefusedException">It has no database.</exception>
    public static StoredData Open(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a folder for writing, also beside a running service. The two wait for each other's writes.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="StartRefusedException">It has no database, or the database is of an older version.</exception>
    public static async Task<StoredData> OpenToWriteAsync(string path)
    {
        var data = Open(path, SqliteOpenMode.ReadWrite);
        if (!await data.Database.ReadAsync(async context => (await context.Database.GetPendingMigrationsAsync()).Any())) return data;
        var file = data.File;
        await data.DisposeAsync();
        throw new StartRefusedException($"Databasen {file} er fra en eldre utgave. Start tjenesten én gang, så blir den gjort klar.");
    }

    private static StoredData Open(string path, SqliteOpenMode mode)
    {
        var folder = new DataFolder(path);
        if (!System.IO.File.Exists(folder.Database))
            throw new StartRefusedException($"Det ligger ingen database i {folder.Path}. Velg mappa med --data.");
        DatabaseFile.RequireOurs(folder.Database);
        var services = new ServiceCollection();
        services.AddSingleton(folder);
        services.AddSingleton<WriteGate>();
        services.AddDbContextFactory<AppDbContext>(options =>
            SqliteDatabase.Use(options, SqliteDatabase.Connection(folder.Database, mode, pooling: false))
        );
        services.AddSingleton<Database>();
        services.AddSingleton<Compaction>();
        services.AddSingleton<SqliteSearchIndex>();
        services.AddLogging();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatheringLog>(provider, mode == SqliteOpenMode.ReadWrite));
        services.AddAccountStore();
        return new StoredData(services.BuildServiceProvider());
    }

    /// <summary>A scope, for the accounts.</summary>
    public IServiceScope Scope() => _services.CreateScope();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
