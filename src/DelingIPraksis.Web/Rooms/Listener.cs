using System.Diagnostics;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Watching;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Follows a gathering. The impacts that concern it are collected until its callback runs.</summary>
internal sealed class Listener
{
    private readonly Func<Impact, bool> _concerns;
    private readonly Func<Impact, Task> _onChange;
    private readonly CoalescedListener _calls;
    private Impact? _since;
    private long _told;
    private volatile bool _ended;

    public Listener(Func<Impact, bool> concerns, Func<Impact, Task> onChange)
    {
        (_concerns, _onChange) = (concerns, onChange);
        _calls = new CoalescedListener(CallAsync);
    }

    /// <summary>Adds an impact. The room calls this, so it only asks the filter and does one atomic operation.</summary>
    public void Tell(Impact impact)
    {
        if (_ended || !Concerns(impact)) return;
        while (true)
        {
            var before = Volatile.Read(ref _since);
            var after = before?.And(impact) ?? impact;
            // The oldest of the news that are collected is what the screen has waited for.
            if (before is null) Volatile.Write(ref _told, Stopwatch.GetTimestamp());
            if (Interlocked.CompareExchange(ref _since, after, before) == before) break;
        }

        _calls.Signal();
    }

    public void End() => _ended = true;

    private bool Concerns(Impact impact)
    {
        try
        {
            return _concerns(impact);
        }
        catch (Exception)
        {
            // A filter that throws counts as concerned. The exception is then shown on the listener's own circuit and not in the room.
            return true;
        }
    }

    private async Task CallAsync()
    {
        if (_ended || Interlocked.Exchange(ref _since, null) is not { } impact) return;
        var told = Volatile.Read(ref _told);
        await _onChange(impact);
        Measures.Deliveries.Add(1);
        Measures.ToScreen.Record(Stopwatch.GetElapsedTime(told).TotalSeconds);
    }
}
