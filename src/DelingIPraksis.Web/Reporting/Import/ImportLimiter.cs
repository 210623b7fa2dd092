using System.Collections.Concurrent;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>
/// Hazard: a file of thirty megabytes takes hundreds in memory. Allows one import at a time for an account, and two in all.
/// </summary>
internal sealed class ImportLimiter : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _free = new(AtOnce);
    private readonly ConcurrentDictionary<Actor, bool> _busy = new();

    /// <summary>Takes a turn. Dispose it when the import is over. Null when no turn is free.</summary>
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
