using System.Collections.Concurrent;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>A file of thirty megabytes becomes hundreds in memory: one at a time for an account, and two in all.</summary>
internal sealed class ImportLimiter : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _free = new(AtOnce);
    private readonly ConcurrentDictionary<Actor, bool> _busy = new();

    /// <summary>A turn, to be disposed when it is over; null when there is none now.</summary>
    public IDisposable? TryEnter(Actor who)
    {
        if (!_busy.TryAdd(who, true)) return null;
        if (_free.Wait(0)) return new Turn(this, who);
        _busy.TryRemove(who, out _);
        return null;
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(ImportLimiter turns, Actor who) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 1) return;
            turns._busy.TryRemove(who, out _);
            turns._free.Release();
        }
    }
}
