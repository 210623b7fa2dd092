using System.Collections.Immutable;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>What the facilitator shows on the wall («vegg») beside the phase, the clock and the counts.</summary>
public sealed record WallShow
{
    /// <summary>Nothing but counts: nothing anybody has written is on the wall before a facilitator puts it there.</summary>
    public static readonly WallShow Counts = new();

    /// <summary>Whether the notes are shown.</summary>
    public bool Notes { get; init; }

    /// <summary>Whether they are shown with the name of the party.</summary>
    public bool Names { get; init; }

    /// <summary>Which slide of the notes, from 0; past the last, the last is shown.</summary>
    public int Slide { get; init; }

    /// <summary>Notes that are kept off the wall, in the order they were taken off it.</summary>
    public ImmutableList<NoteRef> Hidden { get; init; } = [];
}
