using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Renders at most once in an interval: the first signal at once, those that follow together when the interval is over. For screens that
/// everything in a gathering concerns, and that a thousand people would otherwise redraw for each letter. It is always rendered in the
/// language of
/// the one who reads, which is the one who made this, and never in that of whoever brought the news.
/// </summary>
internal sealed class RenderPace : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private readonly Action _render;
    private readonly ITimer _timer;
    private readonly TimeSpan _interval;
    private bool _resting;
    private bool _waiting;

    public RenderPace(TimeProvider time, TimeSpan interval, Action render)
    {
        (_interval, _render) = (interval, render);
        _timer = time.CreateTimer(_ => Rested(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something has changed.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            if (_resting)
            {
                _waiting = true;
                return;
            }

            Rest();
        }

        _reader.Run(_render);
    }

    public void Dispose() => _timer.Dispose();

    private void Rested()
    {
        lock (_gate)
        {
            _resting = false;
            if (!_waiting) return;
            Rest();
        }

        _reader.Run(_render);
    }

    private void Rest()
    {
        (_resting, _waiting) = (true, false);
        _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }
}
