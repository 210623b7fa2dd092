namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The machine's time, moved as far ahead as a test says.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    /// <summary>The day it is now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    /// <summary>Lets time pass.</summary>
    public void Move(TimeSpan by) => _ahead += by;
}
