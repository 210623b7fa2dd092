using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>The index in a file of its own beside the database, with FTS5.</summary>
/// <remarks>
/// <para>A file of its own: indexing never waits for a note or makes one wait, a copy is not larger for it, and a damaged index is deleted
/// and made again without touching the log. A power cut may lose the newest of it, which is then indexed again (<c>synchronous=NORMAL</c>).
/// </para>
/// <para>Erasing: FTS5 keeps the words of deleted rows in its segments until they are merged, unless <c>secure-delete</c> is on. Then the
/// file is written anew, as the database is.</para>
/// </remarks>
internal sealed class SqliteSearchIndex(DataFolder folder, ILogger<SqliteSearchIndex> logger)
    : ISearchIndex,
        IDisposable
{
    private readonly SearchFile _file = new(folder, logger);
    private readonly IndexRows _rows = new();
    private readonly ConcurrentDictionary<Id<Gathering>, bool> _forgotten = new();

    public Task<IReadOnlyDictionary<Id<Gathering>, IndexedTo>> IndexedAsync() => _file.InTurnAsync(SearchRows.Indexed);

    public Task ReplaceAsync(Id<Gathering> gathering, IndexedTo to, IReadOnlyList<IndexedText> texts) => _file.InTurnAsync(connection =>
    {
        // An indexing that has begun before the gathering was erased must not bring its words back.
        if (_forgotten.ContainsKey(gathering)) return false;
        SearchRows.Replace(connection, gathering, to, texts);
        return true;
    });

    public async Task<bool> ForgetAsync(Id<Gathering> gathering)
    {
        _forgotten[gathering] = true;
        _rows.Forget(gathering);
        try
        {
            await _file.InTurnAsync(connection =>
            {
                if (!SearchRows.Forget(connection, gathering)) return false;
                // Merges the segments, writes the file anew without them, and empties the write-ahead log.
                SearchFile.Run(connection, "INSERT INTO Words (Words) VALUES ('optimize')");
                SearchFile.Run(connection, "VACUUM");
                if (SearchFile.Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                    throw new IOException("The index is being read.");
                return true;
            });
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // An index can be made again. Words that should be erased must not stay because it is damaged, or because somebody reads it.
            StorageLog.IndexThrownAway(logger, fault);
            return await TryClearAsync();
        }
    }

    private async Task<bool> TryClearAsync()
    {
        try
        {
            await ClearAsync();
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            StorageLog.IndexNotDeleted(logger, fault);
            return false;
        }
    }

    public Task ClearAsync() => _file.ClearAsync();

    public Task<IReadOnlyList<IndexHit>> FindAsync(IndexQuestion question) =>
        _file.ReadAsync(connection => SearchQuestions.Find(connection, question, _rows));

    public Task<IReadOnlyDictionary<long, string>> ReferencesAsync(IReadOnlyCollection<IndexHit> hits) =>
        _file.ReadAsync(connection => SearchQuestions.References(connection, hits));

    public void Dispose() => _file.Dispose();
}
