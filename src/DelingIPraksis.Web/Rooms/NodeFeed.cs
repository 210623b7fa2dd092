using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// The newest snapshot of each gathering that is open on this node: one immutable value, shared by all screens. Rooms deliver entries. The
/// node folds them with the same rules, and reads the log when an entry is missing.
/// </summary>
internal sealed class NodeFeed : IDisposable
{
    /// <summary>How long a gathering without followers is kept in memory.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Id<Gathering>, GatheringFeed> _gatherings = new();
    private readonly GatheringLog _log;
    private readonly TimeProvider _time;
    private readonly ILogger<NodeFeed> _logger;
    private readonly ITimer _sweep;

    public NodeFeed(GatheringLog log, TimeProvider time, ILogger<NodeFeed> logger)
    {
        (_log, _time, _logger) = (log, time, logger);
        _sweep = time.CreateTimer(_ => Sweep(), null, Idle, Idle);
    }

    /// <summary>
    /// Raised when a room has made entries of a gathering durable. It is called by the room: a handler must not wait or throw.
    /// </summary>
    public event Action<Id<Gathering>>? Delivered;

    /// <summary>How many gatherings this node holds.</summary>
    public int Count => _gatherings.Count;

    /// <summary>Applies the entries that a room has made durable, in order. Never waits.</summary>
    public void Deliver(Id<Gathering> gathering, IReadOnlyList<Entry> entries)
    {
        // Without a feed there is nothing to update. The next reader reads the log.
        if (_gatherings.TryGetValue(gathering, out var followed)) followed.Deliver(entries);
        Delivered?.Invoke(gathering);
    }

    public async Task<Gathering> ReadAsync(Id<Gathering> gathering)
    {
        while (true)
        {
            var followed = Of(gathering);
            if (!followed.TryUse()) continue;
            return await followed.NewestAsync();
        }
    }

    public async Task<ISubscription> FollowAsync(
        Id<Gathering> gathering,
        Func<Impact, bool> concerns,
        Func<Gathering, Impact, Task> onChange
    )
    {
        while (true)
        {
            var followed = Of(gathering);
            if (!followed.TryUse()) continue;
            await followed.NewestAsync();
            if (followed.TryFollow(concerns, onChange) is { } subscription) return subscription;
        }
    }

    public void Dispose() => _sweep.Dispose();

    private GatheringFeed Of(Id<Gathering> gathering) => _gatherings.GetOrAdd(gathering, id => new GatheringFeed(id, _log, _time, _logger));

    private void Sweep()
    {
        foreach (var (id, followed) in _gatherings)
            if (followed.TryRetire(Idle)) _gatherings.TryRemove(new(id, followed));
    }
}
