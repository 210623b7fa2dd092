namespace DelingIPraksis.Web.Access.Codes;

/// <summary>A queue that lets one caller through at a time, at a fixed interval, in order.</summary>
internal sealed class PacedQueue(TimeSpan distance)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    /// <summary>How long to wait for the turn, or null when the queue is full.</summary>
    public TimeSpan? Enter(DateTimeOffset now)
    {
        lock (_gate)
        {
            // When the clock is set back, callers must not wait until it has caught up.
            if (_next > now + _longest + distance) _next = now;
            var turn = _next > now ? _next : now;
            if (turn - now > _longest) return null;
            _next = turn + distance;
            return turn - now;
        }
    }
}

/// <summary>The count in a sliding window: the current window, plus the remaining part of the previous one.</summary>
internal sealed class SlidingWindowCounter(TimeSpan window)
{
    private readonly Lock _gate = new();
    private long _index;
    private int _current;
    private int _previous;

    public void Add(DateTimeOffset now)
    {
        lock (_gate)
        {
            Turn(now);
            _current++;
        }
    }

    public int At(DateTimeOffset now)
    {
        lock (_gate)
        {
            Turn(now);
            var passed = now.UtcTicks % window.Ticks / (double)window.Ticks;
            return _current + (int)(_previous * (1 - passed));
        }
    }

    private void Turn(DateTimeOffset now)
    {
        var index = now.UtcTicks / window.Ticks;
        if (index == _index) return;
        _previous = index == _index + 1 ? _current : 0;
        (_index, _current) = (index, 0);
    }
}
