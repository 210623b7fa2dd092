using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// What a clock shows at an instant of the server's monotonic time. A screen counts down from it. It is made once for each change of the
/// clock, so that other renders do not touch the clock on the screen.
/// </summary>
internal sealed record ClockReading(PhaseClock Clock, TimeSpan Remaining, long AsOf)
{
    public bool Paused => Clock.PausedAt is not null;

    /// <summary>The reading of a clock: the previous reading when the clock is the same, null when there is no clock.</summary>
    public static ClockReading? Of(PhaseClock? clock, ClockReading? before, TimeProvider time)
    {
        if (clock is null) return null;
        return before?.Clock == clock ? before : new ClockReading(clock, clock.Remaining(time.GetUtcNow()), time.GetTimestamp());
    }
}
