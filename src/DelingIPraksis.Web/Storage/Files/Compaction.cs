using System.Data.Common;
using System.Globalization;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Rewrites the database without the erased data, so that no byte of it is left in the file, in the write-ahead log or in a later copy.
/// </summary>
/// <remarks>
/// <c>secure_delete</c> alone is not enough: when SQLite moves rows to another page, it leaves copies in the unused part of the first
/// (measured: text was left after 58 of 240 erasures). A pending compaction is stored in the database, so that it is done after a stop too.
/// </remarks>
internal sealed class Compaction(Database database, ILogger<Compaction> logger)
{
    private const int Tries = 40;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Requests a compaction, in the transaction that erases.</summary>
    public static Task RequestAsync(AppDbContext context) => context.NoteAsync(HousekeepingNote.CompactionPending, "1");

    /// <summary>
    /// Runs a pending compaction, for all erasures since the last one. False when it could not run now and is still pending.
    /// </summary>
    public async Task<bool> RunPendingAsync()
    {
        try
        {
            var paid = true;
            await database.MaintainAsync(async connection =>
            {
                if (
                    await ScalarAsync(connection, $"SELECT COUNT(*) FROM Housekeeping WHERE Name = '{HousekeepingNote.CompactionPending}'")
                    == 0
                )
                    return;
                await ExecuteAsync(connection, "VACUUM");
                paid = await EmptyLogAsync(connection);
                if (paid) await ExecuteAsync(connection, $"DELETE FROM Housekeeping WHERE Name = '{HousekeepingNote.CompactionPending}'");
            });
            if (!paid) StorageLog.LogNotEmptied(logger);
            return paid;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // The rows are gone all the same. A full disk has no space for the rewritten file.
            StorageLog.NotCompacted(logger, fault);
            return false;
        }
    }

    // A reader of an older state, such as a backup, prevents the write-ahead log from being emptied as long as it reads.
    private static async Task<bool> EmptyLogAsync(DbConnection connection)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ScalarAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0) return true;
            await Task.Delay(_pause);
        }

        return false;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
