namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Whether newcomers can join a gathering.</summary>
public enum DoorState
{
    /// <summary>Anyone with the code comes in.</summary>
    Open,

    /// <summary>Anyone with the code can knock, and is let in by those who lead.</summary>
    Guarded,

    /// <summary>Nobody new comes in.</summary>
    Closed,
}

/// <summary>A person's request to be let in at a guarded door.</summary>
/// <param name="Party">For whom.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Declined">Whether the answer was no.</param>
public sealed record Knock(Id<Party> Party, DateTimeOffset At, bool Declined);

/// <summary>A person who waits at the door, as those who lead see it.</summary>
/// <param name="Person">Who.</param>
/// <param name="Party">For whom.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record Waiting(Id<Person> Person, Id<Party> Party, DateTimeOffset At);
