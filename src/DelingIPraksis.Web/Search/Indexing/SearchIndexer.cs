using System.Collections.Concurrent;
using System.Diagnostics;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Search;

/// <summary>
/// Keeps the search index in step with the logs. A room only says that something is durable; the indexing comes afterwards, at a pace, and
/// nobody waits for it. At the start it goes on from where the index was.
/// </summary>
/// <remarks>A fault in the index is logged and tried again. It never reaches a room or a note.</remarks>
internal sealed class SearchIndexer(
    ISearchIndex index,
    PublishedTexts published,
    Database database,
    IRooms rooms,
    NodeFeed feed,
    ILogger<SearchIndexer> logger
) : BackgroundService
{
    /// <summary>The time between two rounds: a gathering where many write at once is indexed once for all they have written.</summary>
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(2);

    // A gathering of all of Norway takes a second to go through, and changes all the time. Rounds must not take more than 2 % of a core. A
    // search does not wait for a round: it indexes what has changed where it looks.
    private const int RestForWork = 50;
    private static readonly TimeSpan _longestRest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(30);

    /// <summary>A search does not wait longer than this for what has just been written.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Id<Gathering>, bool> _changed = new();
    private readonly ConcurrentDictionary<Id<Gathering>, bool> _beingIndexed = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SearchReader _reader = new();

    /// <summary>Indexes what has changed in some gatherings, before they are searched. Gives up after three seconds.</summary>
    /// <returns>How many of them are still to be indexed.</returns>
    public async Task<int> BringUpToDateAsync(IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var changed = gatherings.Where(IsWaiting).ToList();
        if (changed.Count == 0) return 0;
        try
        {
            await Task.Run(() => IndexAsync(changed)).WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            // The rest is indexed in its turn. Every hit is asked of its gathering before it is shown.
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            SearchLog.NotIndexed(logger, fault);
        }

        return gatherings.Count(IsWaiting);
    }

    private bool IsWaiting(Id<Gathering> gathering) => _changed.ContainsKey(gathering) || _beingIndexed.ContainsKey(gathering);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        feed.Delivered += Note;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        feed.Delivered -= Note;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isCaughtUp = false;
        try
        {
            while (true)
            {
                try
                {
                    if (!isCaughtUp) await CatchUpAsync();
                    isCaughtUp = true;
                    var began = Stopwatch.GetTimestamp();
                    foreach (var gathering in _changed.Keys)
                    {
                        stoppingToken.ThrowIfCancellationRequested();
                        await IndexAsync([gathering]);
                    }

                    var rest = Stopwatch.GetElapsedTime(began) * RestForWork;
                    await _news.WaitAsync(stoppingToken);
                    await Task.Delay(rest < _pace ? _pace : rest > _longestRest ? _longestRest : rest, stoppingToken);
                }
                catch (Exception fault) when (StoreFault.Is(fault) || StoreFault.IsOfData(fault))
                {
                    // The index may be gone: what it has is read again.
                    isCaughtUp = false;
                    SearchLog.NotIndexed(logger, fault);
                    await Task.Delay(_afterFault, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private void Note(Id<Gathering> gathering)
    {
        _changed[gathering] = true;
        if (_news.CurrentCount > 0) return;
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just said it.
        }
    }

    /// <summary>Finds what is not indexed up to the end of its log, and takes out what is erased.</summary>
    private async Task CatchUpAsync()
    {
        var ends = await EndsAsync(database);
        var indexed = await index.IndexedAsync();
        foreach (var gone in indexed.Keys.Except(ends.Keys)) await ForgetAsync(gone);
        foreach (var (gathering, end) in ends)
            if (!indexed.TryGetValue(gathering, out var to) || to != end)
                _changed[gathering] = true;
    }

    private async Task ForgetAsync(Id<Gathering> gathering)
    {
        // The fault is logged where it was met. This makes the round be tried again.
        if (!await index.ForgetAsync(gathering)) throw new IOException("An erased gathering is still in the search index.");
    }

    /// <summary>The end of the log of every gathering that exists.</summary>
    public static Task<Dictionary<Id<Gathering>, IndexedTo>> EndsAsync(Database database) => database.ReadAsync(async context =>
    {
        var ends = await (
            from gathering in context.Gatherings
            from entry in context.Log.Where(entry => entry.StreamId == gathering.Id).OrderByDescending(entry => entry.Sequence).Take(1)
            select new { gathering.Id, entry.Sequence, entry.ChangeId }
        ).ToListAsync();
        return ends.ToDictionary(end => end.Id, end => new IndexedTo(end.Sequence, end.ChangeId));
    });

    private async Task IndexAsync(IReadOnlyList<Id<Gathering>> gatherings)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var gathering in gatherings)
            {
                _beingIndexed[gathering] = true;
                try
                {
                    // Taken away first: what is written while it is indexed is news again.
                    if (_changed.TryRemove(gathering, out _)) await IndexAsync(gathering);
                }
                catch
                {
                    _changed[gathering] = true;
                    throw;
                }
                finally
                {
                    _beingIndexed.TryRemove(gathering, out _);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task IndexAsync(Id<Gathering> id)
    {
        try
        {
            var gathering = await rooms.ReadAsync(id);
            if (!gathering.Exists)
            {
                published.Forget(id);
                await ForgetAsync(id);
                return;
            }

            await WriteAsync(index, database, gathering, publication => published.OfAsync(id, publication), _reader);
        }
        catch (LogFaultException fault)
        {
            // Nobody can open it, so nobody searches it. The others are indexed.
            SearchLog.NotRead(logger, fault, id.Value);
        }
    }

    /// <summary>Indexes everything anew, from the logs alone. Hazard: no service may use the folder meanwhile.</summary>
    /// <returns>How many gatherings and texts there are.</returns>
    public static async Task<(int Gatherings, int Texts)> RebuildAsync(ISearchIndex index, Database database, GatheringLog log)
    {
        await index.ClearAsync();
        var (reader, gatherings, texts) = (new SearchReader(), 0, 0);
        foreach (var id in (await EndsAsync(database)).Keys)
        {
            var gathering = await log.FoldAsync(id);
            if (!gathering.Exists) continue;
            texts += await WriteAsync(
                index,
                database,
                gathering,
                async sequence => GatheringTexts.OfPublication(await log.FoldToAsync(id, sequence)),
                reader
            );
            gatherings++;
        }

        return (gatherings, texts);
    }

    private static async Task<int> WriteAsync(
        ISearchIndex index,
        Database database,
        Gathering gathering,
        Func<long, Task<IReadOnlyList<SearchText>>> readPublished,
        SearchReader reader
    )
    {
        var (id, sequence) = (gathering.Id, gathering.Sequence);
        var page = gathering is { Publication: { } publication, IsDemo: false } ? await readPublished(publication.Sequence) : [];
        var change = await database.ReadAsync(context => context
            .Log.Where(entry => entry.StreamId == id && entry.Sequence == sequence)
            .Select(entry => entry.ChangeId)
            .FirstOrDefaultAsync());
        var texts = GatheringTexts.Of(gathering, page, reader);
        await index.ReplaceAsync(id, new IndexedTo(sequence, change), texts);
        return texts.Count;
    }
}
