using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>
    /// A facilitator or organiser takes the lead, or is given it. The other facilitators and organisers may still lead, so the group work
    /// never stops because one of them is away.
    /// </summary>
    [LogName("lead-taken")]
    public sealed record LeadTaken(Id<User> User) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>
    /// Everybody is moved to a phase. <c>From</c> prevents a double move: when two leaders press at the same time, the second press is
    /// refused.
    /// </summary>
    /// <param name="From">Where they were.</param>
    /// <param name="To">Where they go; -1 when the beginning is undone.</param>
    /// <param name="Clock">The clock to continue with when a move is undone; null for a new one.</param>
    [LogName("phase-entered")]
    public sealed record PhaseEntered(int From, int To, PhaseClock? Clock = null)
        : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>
    /// One pair is moved to a phase, with a clock of its own. Moved to the phase that everybody is in, the pair follows everybody again.
    /// <c>From</c> prevents a double move, as in <see cref="PhaseEntered"/>.
    /// </summary>
    /// <param name="Pair">Which pair.</param>
    /// <param name="From">Where it was.</param>
    /// <param name="To">Where it goes.</param>
    /// <param name="Clock">
    /// The pair's own clock to continue with when a move is undone; null for a new one, or when the pair is to follow everybody.
    /// </param>
    [LogName("pair-moved")]
    public sealed record PairMoved(Id<Pair> Pair, int From, int To, PhaseClock? Clock = null)
        : Change, IByLeader, IConcernsPair, IOfConsole, IUndoable
    {
        Id<Pair>? IConcernsPair.Pair => Pair;
    }

    /// <summary>The shared clock is paused, and every pair's own clock.</summary>
    /// <param name="Since">When the clock was paused, when a resume is undone; null for now.</param>
    [LogName("clock-paused")]
    public sealed record ClockPaused(DateTimeOffset? Since = null) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The shared clock is resumed, and every pair's own clock.</summary>
    [LogName("clock-resumed")]
    public sealed record ClockResumed : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>Minutes are added to the phase, or taken from it (-120 to 120).</summary>
    /// <param name="Minutes">How many.</param>
    /// <param name="Pair">The one pair it is for, which then has a clock of its own; null for everybody.</param>
    [LogName("time-added")]
    public sealed record TimeAdded(int Minutes, Id<Pair>? Pair = null)
        : Change, IByLeader, IConcernsPair, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The turn in a pair goes to the member with this index.</summary>
    /// <param name="Pair">Which pair.</param>
    /// <param name="Turn">Whose turn.</param>
    /// <param name="Began">How long the phase had run when that turn began, when passing the turn is undone; null for now.</param>
    [LogName("turn-passed")]
    public sealed record TurnPassed(Id<Pair> Pair, int Turn, TimeSpan? Began = null)
        : Change, IByLeader, IByParticipant, IConcernsPair, IOfConsole, IUndoable
    {
        Id<Pair>? IConcernsPair.Pair => Pair;
    }

    /// <summary>A message to the screens, beside the earlier messages. An empty text removes messages.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="To">The parties it is for; null for all.</param>
    /// <param name="Away">
    /// With an empty text: the place in the log of the one message to remove; null for all messages to the same parties.
    /// </param>
    [LogName("message-sent")]
    public sealed record MessageSent(PlainText Text, ImmutableSortedSet<Id<Party>>? To = null, long? Away = null)
        : Change, IByLeader, IConcernsParties, IConcernsEverybody, IOfConsole, IUndoable
    {
        IEnumerable<Id<Party>>? IConcernsParties.Parties => To;
    }

    /// <summary>
    /// What the wall shows: whether the notes are shown, with or without names, which slide (from 0), which notes, and in which order.
    /// </summary>
    [LogName("wall-set")]
    public sealed record WallSet(bool Notes, bool Names, int Slide, WallSelection Selection = WallSelection.ChosenByPair)
        : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>A note is hidden from the wall, or shown there again. It stays on the board.</summary>
    [LogName("note-hidden")]
    public sealed record NoteHidden(NoteRef Note, bool Hidden) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The group work is ended. Its texts can no longer be changed.</summary>
    /// <param name="Since">When the clock was paused, when reopening is undone; null for now.</param>
    [LogName("workshop-closed")]
    public sealed record WorkshopClosed(DateTimeOffset? Since = null) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The group work is reopened at the place where it was ended.</summary>
    /// <param name="AsItWas">
    /// Clocks that were paused before the end stay paused. Hazard: entries from before 28 November 2026 do not have this value, and they
    /// started every clock. They must still do so, because the entries after them were accepted on that state.
    /// </param>
    [LogName("workshop-reopened")]
    public sealed record WorkshopReopened(bool AsItWas) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;
}
