using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// What a clock showed at an instant of the server's monotonic time: the form a screen counts down from. Read once for each change of the
/// clock, so that a screen that renders for another reason leaves it alone.
/// </summary>
internal sealed record ClockReading(PhaseClock Clock, TimeSpan Remaining, long AsOf)
{
    public bool Paused => Clock.PausedAt is not null;

    /// <summary>The reading of a clock; the one before when the clock is the same, null when there is none.</summary>
    public static ClockReading? Of(PhaseClock? clock, ClockReading? before, TimeProvider time)
    {
        if (clock is null) return null;
        return before?.Clock == clock ? before : new ClockReading(clock, clock.Remaining(time.GetUtcNow()), time.GetTimestamp());
    }
}
