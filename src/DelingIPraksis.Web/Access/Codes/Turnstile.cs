namespace DelingIPraksis.Web.Access.Codes;

/// <summary>Lets one through at a time, with a fixed distance, in the order they come.</summary>
internal sealed class Turnstile(TimeSpan distance)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    /// <summary>How long to wait for one's turn, or null when the line is too long to join.</summary>
    public TimeSpan? Enter(DateTimeOffset now)
    {
        lock (_gate)
        {
            // A clock that is set back must not make everybody wait until it has caught up.
            if (_next > now + _longest + distance) _next = now;
            var turn = _next > now ? _next : now;
            if (turn - now > _longest) return null;
            _next = turn + distance;
            return turn - now;
        }
    }
}

/// <summary>How many there have been in the last while: this window's whole, and the part of the one before that still counts.</summary>
internal sealed class SlidingCount(TimeSpan window)
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
