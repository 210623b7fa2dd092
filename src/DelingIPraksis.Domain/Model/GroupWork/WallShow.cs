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

    /// <summary>Which notes are shown, and in which order.</summary>
    public WallSelection Selection { get; init; }

    /// <summary>Which slide of the notes, from 0; past the last, the last is shown.</summary>
    public int Slide { get; init; }

    /// <summary>Notes that are kept off the wall, in the order they were taken off it.</summary>
    public ImmutableList<NoteRef> Hidden { get; init; } = [];
}

/// <summary>Which notes the wall shows. As long as no pair has chosen any, all are shown.</summary>
public enum WallSelection
{
    /// <summary>What the pairs have chosen to bring, pair by pair, as they take the floor.</summary>
    ChosenByPair,

    /// <summary>What the pairs have chosen to bring, theme by theme.</summary>
    ChosenByTheme,

    /// <summary>All, theme by theme, what is chosen first.</summary>
    All,
}
