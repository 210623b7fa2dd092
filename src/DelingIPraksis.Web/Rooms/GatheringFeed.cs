using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The newest snapshot of one gathering on this node, and its listeners.</summary>
internal sealed class GatheringFeed(Id<Gathering> id, GatheringLog log, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private volatile Gathering? _newest;
    private ImmutableArray<Listener> _listeners = [];
    private Task? _reading;
    private long _lastUsed = time.GetTimestamp();
    private long _head;
    private bool _retired;

    /// <summary>Applies entries that a room has stored. Known entries are skipped. When an entry is missing, the log is read.</summary>
    public void Deliver(IReadOnlyList<Entry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries) _head = Math.Max(_head, entry.Sequence);
            Fold(entries);
            if (IsBehind) StartReading();
        }
    }

    /// <summary>The newest snapshot. It is read from the log when this node has none or is behind.</summary>
    public async Task<Gathering> NewestAsync()
    {
        while (true)
        {
            Task reading;
            lock (_gate)
            {
                if (!IsBehind) return _newest!;
                reading = StartReading();
            }

            await reading;
        }
    }

    /// <summary>Marks this feed as used; false when it has been retired and the caller must get another.</summary>
    public bool TryUse()
    {
        lock (_gate)
        {
            _lastUsed = time.GetTimestamp();
            return !_retired;
        }
    }

    /// <summary>
    /// Adds a listener in the same step as its first snapshot, so that no change is missed between them; null when this feed is retired or
    /// must be read first.
    /// </summary>
    public ISubscription? TryFollow(Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange)
    {
        lock (_gate)
        {
            if (_retired || _newest is null) return null;
            var listener = new Listener(concerns, impact => _newest is { } newest ? onChange(newest, impact) : Task.CompletedTask);
            _listeners = _listeners.Add(listener);
            return new Subscription(this, listener);
        }
    }

    /// <summary>Retires this feed when nobody follows and nobody has read it for a while.</summary>
    public bool TryRetire(TimeSpan idle)
    {
        lock (_gate) return _retired |= _listeners.IsEmpty && time.GetElapsedTime(_lastUsed) >= idle;
    }

    private bool IsBehind => _newest is null || _newest.Sequence < _head;

    private void Fold(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (_newest is not { } before || entry.Sequence > before.Sequence + 1) return;
            if (entry.Sequence <= before.Sequence) continue;
            if (Rules.Decide(before, entry) is not Outcome.Accepted accepted)
            {
                RoomsLog.DidNotFit(logger, id.Value, entry.Sequence);
                _newest = null;
                return;
            }

            _newest = accepted.Gathering;
            Tell(Impact.Of(accepted.Gathering, entry));
        }
    }

    private void Tell(Impact impact)
    {
        foreach (var listener in _listeners) listener.Tell(impact);
    }

    private Task StartReading() => _reading ??= Task.Run(ReadAsync);

    private async Task ReadAsync()
    {
        try
        {
            if (_newest is { } before)
            {
                var missed = await log.ReadAfterAsync(id, before.Sequence);
                lock (_gate) Fold(missed);
            }
            else
            {
                var read = await log.FoldAsync(id);
                lock (_gate)
                {
                    _newest = read;
                    Tell(Impact.OnEverybody);
                }
            }

            lock (_gate) _reading = null;
        }
        catch (Exception fault)
        {
            RoomsLog.NotRead(logger, fault, id.Value);
            lock (_gate) _reading = null;
            _ = TryAgainAsync();
            throw;
        }
    }

    /// <summary>Listeners are not told when the database works again, so it is tried again at intervals.</summary>
    private async Task TryAgainAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time);
        lock (_gate)
            if (!_listeners.IsEmpty && IsBehind) StartReading();
    }

    private void Remove(Listener listener)
    {
        lock (_gate)
        {
            _listeners = _listeners.Remove(listener);
            _lastUsed = time.GetTimestamp();
        }
    }

    private sealed class Subscription(GatheringFeed followed, Listener listener) : ISubscription
    {
        private Gathering _last = followed._newest!;

        // While a copy with a missing entry is read again, the last snapshot is shown.
        public Gathering Current => _last = followed._newest ?? _last;

        public void Dispose()
        {
            listener.End();
            followed.Remove(listener);
        }
    }
}
