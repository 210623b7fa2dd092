
namespace DelingIPraksis.Web.Service;

/// <summary>
/// The time of day, but it never goes back while the service runs. When the machine's clock is set back during a phase, the clock on the
/// screens continues, and later entries still have later times.
/// </summary>
/// <remarks>
/// A clock that is set forward is accepted at once (a laptop that slept), and time continues from there. Timers and timestamps are the
/// system's own, which nobody can set.
/// </remarks>
internal sealed class MonotonicTimeProvider(TimeProvider system) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _at = DateTimeOffset.MinValue;
    private long _then;

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var (told, now) = (system.GetUtcNow(), system.GetTimestamp());
            var steady = _at == DateTimeOffset.MinValue ? told : _at + system.GetElapsedTime(_then, now);
            (_at, _then) = (told > steady ? told : steady, now);
            return _at;
        }
    }

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);
}
