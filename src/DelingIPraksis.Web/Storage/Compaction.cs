using System.Data.Common;
using System.Globalization;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Writes the database anew without what has been erased, so that no byte of it is left in the file, in the write-ahead log or in a later
/// copy.
/// </summary>
/// <remarks>
/// <c>secure_delete</c> alone is not enough: SQLite leaves copies of rows in the unused part of a page when it has moved them to another
/// (measured: words
/// were left after 58 of 240 erasures). What is owed stands in the database, so that it is done after a stop too.
/// </remarks>
internal sealed class Compaction(Database database, ILogger<Compaction> logger)
{
    private const int Tries = 40;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Notes that something is erased, in the transaction that erases it.</summary>
    public static Task OweAsync(AppDbContext context) => context.NoteAsync(HousekeepingNote.CompactionOwed, "1");

    /// <summary>Does what is owed, for all who have erased meanwhile. False when it could not be done now, and is still owed.</summary>
    public async Task<bool> PayAsync()
    {
        try
        {
            var paid = true;
            await database.MaintainAsync(async connection =>
            {
                if (
                    await ScalarAsync(connection, $"SELECT COUNT(*) FROM Housekeeping WHERE Name = '{HousekeepingNote.CompactionOwed}'")
                    == 0
                )
                    return;
                await ExecuteAsync(connection, "VACUUM");
                paid = await EmptyLogAsync(connection);
                if (paid) await ExecuteAsync(connection, $"DELETE FROM Housekeeping WHERE Name = '{HousekeepingNote.CompactionOwed}'");
            });
            if (!paid) StorageLog.LogNotEmptied(logger);
            return paid;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // The rows are gone all the same; a full disk has no room for a new copy.
            StorageLog.NotCompacted(logger, fault);
            return false;
        }
    }

    // Somebody who reads an older state, such as a backup, keeps the log from being emptied as long as it takes.
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
