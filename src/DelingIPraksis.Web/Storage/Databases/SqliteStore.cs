using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// SQLite in the data folder. When the file cannot be used, it is not changed: it is never repaired by guessing, and never replaced by an
/// empty one.
/// </summary>
/// <param name="folder">Where the file is.</param>
/// <param name="mode">What the connections may do.</param>
/// <param name="pooling">Whether connections are used again.</param>
internal sealed class SqliteStore(DataFolder folder, SqliteOpenMode mode = SqliteOpenMode.ReadWrite, bool pooling = true) : IStore
{
    private const int Tries = 40;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public string Name => folder.Database;

    public void Use(DbContextOptionsBuilder options) =>
        SqliteDatabase.Use(options, SqliteDatabase.Connection(folder.Database, mode, pooling));

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        RequireVersion();
        if (!File.Exists(folder.Database)) await CreateAsync(cancellation);
        DatabaseFile.RequireUsable(folder.Database);
        await MigrateAsync(folder.Database, cancellation);
        folder.MarkUsed();
    }

    public Task<IReadOnlyList<string>> GapsAsync() => Task.FromResult(DatabaseFile.LogsWithGaps(folder.Database));

    public void Require() => folder.RequireDatabase();

    public Task RequireToWriteAsync()
    {
        folder.RequireDatabase();
        return Task.CompletedTask;
    }

    public async Task<bool> IsReadyAsync(AppDbContext context) => !(await context.Database.GetPendingMigrationsAsync()).Any();

    /// <remarks>
    /// <c>secure_delete</c> alone is not enough: when SQLite moves rows to another page, it leaves copies in the unused part of the first
    /// (measured: text was left after 58 of 240 erasures).
    /// </remarks>
    public async Task<bool> RewriteAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM";
        await command.ExecuteNonQueryAsync();
        // A reader of an older state, such as a backup, prevents the write-ahead log from being emptied as long as it reads.
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await command.ExecuteScalarAsync() is 0L) return true;
            await Task.Delay(_pause);
        }

        return false;
    }

    /// <summary>Moves the write-ahead log into the file.</summary>
    public ValueTask ReleaseAsync()
    {
        using (var pooled = new SqliteConnection(SqliteDatabase.Connection(folder.Database))) SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
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
    private async Task CreateAsync(CancellationToken cancellation)
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
            await MigrateAsync(folder.NewDatabase, cancellation);
            File.Move(folder.NewDatabase, folder.Database);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(StoreFault.Say(fault, folder.Database), fault);
        }
    }

    private static async Task MigrateAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var options = new DbContextOptionsBuilder<AppDbContext>();
            SqliteDatabase.Use(options, SqliteDatabase.Connection(file, pooling: false));
            using var gate = new WriteGate();
            await using var context = new AppDbContext(options.Options, gate);
            await context.Database.OpenConnectionAsync(cancellation);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
            await ReleaseAbandonedLockAsync(context.Database.GetDbConnection(), cancellation);
            await context.Database.MigrateAsync(cancellation);
            await FirstNetworks.MakeAsync(context, cancellation);
            await context.Database.ExecuteSqlRawAsync(DatabaseFile.MarkAsOurs, cancellation);
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
    private static async Task ReleaseAbandonedLockAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock';";
        if (await command.ExecuteScalarAsync(cancellation) is not 1L) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\";";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
