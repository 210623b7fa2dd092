using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Locks the data folder and prepares the database before anything else starts. When it cannot be prepared, the start is refused with a
/// sentence and the file is not changed: it is never repaired by guessing, and never replaced by an empty one.
/// </summary>
internal sealed class StorageStart(DataFolder folder, StoreHealth health, ILogger<StorageStart> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        folder.Take();
        RequireVersion();
        if (!File.Exists(folder.Database)) await CreateAsync(cancellationToken);
        DatabaseFile.RequireUsable(folder.Database);
        await PrepareAsync(folder.Database, cancellationToken);
        folder.MarkUsed();
        foreach (var path in folder.Close()) StorageLog.TooWide(logger, path);
        health.Faults = DatabaseFile.LogsWithGaps(folder.Database);
        foreach (var fault in health.Faults) StorageLog.FaultAtStart(logger, fault);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs last: moves the write-ahead log into the file, and releases the folder.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        using (var pooled = new SqliteConnection(SqliteDatabase.Connection(folder.Database))) SqliteConnection.ClearPool(pooled);
        folder.Dispose();
        return Task.CompletedTask;
    }

    private static void RequireVersion()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        if (Version.Parse(memory.ServerVersion) < SqliteDatabase.Oldest)
            throw new StartRefusedException(
                $"SQLite {memory.ServerVersion} er for gammel; {SqliteDatabase.Oldest} eller nyere trengs for at ingenting skal gå tapt."
            );
    }

    /// <summary>
    /// Creates the first database under another name and renames it when it is complete. A start that is killed leaves no incomplete
    /// database.
    /// </summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (folder.HasBeenUsed)
            throw new StartRefusedException(
                $"Databasen {folder.Database} mangler, men mappa har vært i bruk før. Legg den tilbake (fra en sikkerhetskopi), eller "
                + "velg en tom mappe med --data."
            );
        try
        {
            foreach (var rest in Directory.EnumerateFiles(folder.Path, Path.GetFileName(folder.NewDatabase) + "*")) File.Delete(rest);
            PrivateFiles.MakeFile(folder.NewDatabase);
            await PrepareAsync(folder.NewDatabase, cancellationToken);
            File.Move(folder.NewDatabase, folder.Database);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(StoreFault.Say(fault, folder.Database), fault);
        }
    }

    /// <summary>Brings a database of this or an earlier version to this one.</summary>
    /// <param name="file">The database, which no other process uses.</param>
    /// <param name="cancellationToken">When to give up.</param>
    /// <exception cref="StartRefusedException">It cannot be read or written.</exception>
    internal static async Task PrepareAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var options = new DbContextOptionsBuilder<AppDbContext>();
            SqliteDatabase.Use(options, SqliteDatabase.Connection(file, pooling: false));
            using var gate = new WriteGate();
            await using var context = new AppDbContext(options.Options, gate);
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await ReleaseAbandonedLockAsync(context.Database.GetDbConnection(), cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            await FirstNetworks.MakeAsync(context, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(DatabaseFile.MarkAsOurs, cancellationToken);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            throw new StartRefusedException(StoreFault.Say(fault, file), fault);
        }
    }

    /// <summary>
    /// A process that was killed during a migration has left its lock, and the migration would wait for it for ever. The folder is locked
    /// by us, so the other process is gone.
    /// </summary>
    private static async Task ReleaseAbandonedLockAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock';";
        if (await command.ExecuteScalarAsync(cancellationToken) is not 1L) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\";";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
