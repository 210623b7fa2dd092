using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Somebody who follows a gathering: what concerns it is gathered up until it has time to look.</summary>
internal sealed class Listener
{
    private readonly Func<Impact, bool> _concerns;
    private readonly Func<Impact, Task> _onChange;
    private readonly CoalescedListener _calls;
    private Impact? _since;
    private volatile bool _ended;

    public Listener(Func<Impact, bool> concerns, Func<Impact, Task> onChange)
    {
        (_concerns, _onChange) = (concerns, onChange);
        _calls = new CoalescedListener(CallAsync);
    }

    /// <summary>Something has happened. Called on the room's path: costs a question and an atomic operation.</summary>
    public void Tell(Impact impact)
    {
        if (_ended || !Concerns(impact)) return;
        while (true)
        {
            var before = Volatile.Read(ref _since);
            var after = before?.And(impact) ?? impact;
            if (Interlocked.CompareExchange(ref _since, after, before) == before) break;
        }

        _calls.Signal();
    }

    /// <summary>No call begins after this.</summary>
    public void End() => _ended = true;

    private bool Concerns(Impact impact)
    {
        try
        {
            return _concerns(impact);
        }
        catch (Exception)
        {
            // One that cannot say is told, and shows its fault on its own circuit instead of the room's path.
            return true;
        }
    }

    private async Task CallAsync()
    {
        if (_ended || Interlocked.Exchange(ref _since, null) is not { } impact) return;
        await _onChange(impact);
    }
}
