
namespace DelingIPraksis.Web.Service;

/// <summary>
/// The time of day, which never goes back while the service runs: when somebody sets the machine's clock back in the middle of a step, the
/// clock on the screens goes on, and what is written later is later.
/// </summary>
/// <remarks>
/// A clock that is set forward is believed at once (a laptop that slept), and then gone on from. Timers and timestamps are the system's
/// own, which nobody can set.
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
