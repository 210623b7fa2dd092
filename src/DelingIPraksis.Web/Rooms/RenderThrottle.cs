using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Limits rendering to once per interval. The first signal renders at once, later ones when the interval is over. It is for screens that
/// every change concerns: a thousand people would otherwise render them for each letter. Hazard: a signal may come on a thread with another
/// culture. So it always renders in the culture of the reader who created it.
/// </summary>
internal sealed class RenderThrottle : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private readonly Action _render;
    private readonly ITimer _timer;
    private readonly TimeSpan _interval;
    private bool _resting;
    private bool _waiting;

    public RenderThrottle(TimeProvider time, TimeSpan interval, Action render)
    {
        (_interval, _render) = (interval, render);
        _timer = time.CreateTimer(_ => Rested(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

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
