using System.Collections.Immutable;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>What the facilitator shows on the wall («vegg») beside the phase, the clock and the counts.</summary>
public sealed record WallShow
{
    /// <summary>Counts only. Texts come on the wall only when a facilitator shows them.</summary>
    public static readonly WallShow Counts = new();

    /// <summary>Whether the notes are shown.</summary>
    public bool Notes { get; init; }

    /// <summary>Whether they are shown with the name of the party.</summary>
    public bool Names { get; init; }

    /// <summary>Which notes are shown, and in which order.</summary>
    public WallSelection Selection { get; init; }

    /// <summary>Which slide of the notes, from 0. A number past the last slide shows the last.</summary>
    public int Slide { get; init; }

    /// <summary>Notes that are hidden from the wall, in the order they were hidden.</summary>
    public ImmutableList<NoteRef> Hidden { get; init; } = [];
}

/// <summary>Which notes the wall shows. All are shown as long as no pair has chosen any.</summary>
public enum WallSelection
{
    /// <summary>The notes that the pairs have chosen, by pair, for when each pair presents.</summary>
    ChosenByPair,

    /// <summary>The notes that the pairs have chosen, by theme.</summary>
    ChosenByTheme,

    /// <summary>All notes, by theme, the chosen ones first.</summary>
    All,
}
