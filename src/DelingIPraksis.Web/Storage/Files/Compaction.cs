namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Rewrites the database without the erased data, so that no byte of it is left in the file, in the write-ahead log or in a later copy.
/// </summary>
/// <remarks>A pending compaction is stored in the database, so that it is done after a stop too.</remarks>
internal sealed class Compaction(Database database, IStore store, ILogger<Compaction> logger)
{
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
                await using var note = connection.CreateCommand();
                note.CommandText = $"SELECT COUNT(*) FROM \"Housekeeping\" WHERE \"Name\" = '{HousekeepingNote.CompactionPending}'";
                if (await note.ExecuteScalarAsync() is 0L) return;
                paid = await store.RewriteAsync(connection);
                if (!paid) return;
                note.CommandText = $"DELETE FROM \"Housekeeping\" WHERE \"Name\" = '{HousekeepingNote.CompactionPending}'";
                await note.ExecuteNonQueryAsync();
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
}
