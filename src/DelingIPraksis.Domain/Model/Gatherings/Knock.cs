namespace DelingIPraksis.Domain.Gatherings;

/// <summary>How the door of a gathering stands to newcomers.</summary>
public enum DoorState
{
    /// <summary>Who has the code comes in.</summary>
    Open,

    /// <summary>Who has the code knocks, and is let in by those who lead.</summary>
    Guarded,

    /// <summary>Nobody new comes in.</summary>
    Closed,
}

/// <summary>That somebody asks to be let in at a guarded door.</summary>
/// <param name="Party">For whom.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Declined">Whether the answer was no.</param>
public sealed record Knock(Id<Party> Party, DateTimeOffset At, bool Declined);

/// <summary>Somebody who waits at the door, as those who lead see it.</summary>
/// <param name="Person">Who.</param>
/// <param name="Party">For whom.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record Waiting(Id<Person> Person, Id<Party> Party, DateTimeOffset At);
