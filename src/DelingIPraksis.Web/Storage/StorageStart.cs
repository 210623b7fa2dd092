using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Takes the data folder and makes the database ready, before anything else starts. What cannot be made ready is refused with a sentence
/// and left as it was: never repaired by guesswork, never replaced by an empty one.
/// </summary>
internal sealed class StorageStart(DataFolder folder) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        folder.Take();
        RequireVersion();
        if (!File.Exists(folder.Database)) await CreateAsync(cancellationToken);
        RequireSound(folder.Database);
        await MigrateAsync(folder.Database, cancellationToken);
        folder.MarkUsed();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Last of all: folds the write-ahead log into the file, and gives the folder back.</summary>
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
            throw new StartRefusedException($"SQLite {memory.ServerVersion} er for gammel; {SqliteDatabase.Oldest} eller nyere trengs for at ingenting skal gå tapt.");
    }

    /// <summary>Makes the first database beside its place, and gives it its name when it is whole: a start that is killed leaves nothing half made.</summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (folder.HasBeenUsed)
            throw new StartRefusedException($"Databasen {folder.Database} mangler, men mappa har vært i bruk før. Legg den tilbake (fra en sikkerhetskopi), eller velg en tom mappe med --data.");
        foreach (var rest in Directory.EnumerateFiles(folder.Path, Path.GetFileName(folder.NewDatabase) + "*")) File.Delete(rest);
        await MigrateAsync(folder.NewDatabase, cancellationToken, SqliteOpenMode.ReadWriteCreate);
        File.Move(folder.NewDatabase, folder.Database);
    }

    /// <summary>Looks for damage through a connection that cannot write, so that a damaged file stays as it is for those who mend it.</summary>
    private static void RequireSound(string file)
    {
        string? verdict;
        try
        {
            using var connection = new SqliteConnection(SqliteDatabase.Connection(file, SqliteOpenMode.ReadOnly, pooling: false));
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1);";
            verdict = new FileInfo(file).Length == 0 ? "empty" : command.ExecuteScalar() as string;
        }
        catch (SqliteException fault)
        {
            throw new StartRefusedException(Damaged(file, fault.SqliteErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture)), fault);
        }

        if (verdict != "ok") throw new StartRefusedException(Damaged(file, verdict));
    }

    private static string Damaged(string file, string? how) =>
        $"Databasen {file} kan ikke leses, den ser ut til å være skadet ({how}). Ingenting er endret. Ta vare på fila, og legg inn en sikkerhetskopi.";

    private static async Task MigrateAsync(string file, CancellationToken cancellationToken, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        try
        {
            var options = new DbContextOptionsBuilder<AppDbContext>();
            SqliteDatabase.Use(options, SqliteDatabase.Connection(file, mode, pooling: false));
            using var gate = new WriteGate();
            await using var context = new AppDbContext(options.Options, gate);
            var newer = mode == SqliteOpenMode.ReadWriteCreate ? [] : (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(context.Database.GetMigrations());
            if (newer.Any())
                throw new StartRefusedException($"Databasen {file} er laget av en nyere utgave av Deling i praksis. Bruk den utgaven, eller en sikkerhetskopi fra før oppgraderingen.");
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await ReleaseAbandonedLockAsync(context.Database.GetDbConnection(), cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Databasen {file} kan ikke åpnes for skriving: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// A process that was killed while it migrated has left its lock, and the migration would wait for it for ever. The folder is ours
    /// alone, so the one who set it is gone.
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
