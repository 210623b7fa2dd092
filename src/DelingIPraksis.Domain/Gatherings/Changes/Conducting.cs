using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>
    /// A facilitator or organiser leads from now on: takes over, or is handed it. The others still may, so that nobody is ever stuck.
    /// </summary>
    [LogName("lead-taken")]
    public sealed record LeadTaken(Id<User> User) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>Everybody is moved to a phase. It says where they were, so that two who press at once move one step and not two.</summary>
    /// <param name="From">Where they were.</param>
    /// <param name="To">Where they go; -1 when the beginning is undone.</param>
    /// <param name="Clock">The clock that is taken up again when a move is undone; null for a new one.</param>
    [LogName("phase-entered")]
    public sealed record PhaseEntered(int From, int To, PhaseClock? Clock = null)
        : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>
    /// One pair is moved to a phase, with a clock of its own; to the phase everybody is in, and it follows them again. It says where the
    /// pair was, as <see cref="PhaseEntered"/> does.
    /// </summary>
    /// <param name="Pair">Which pair.</param>
    /// <param name="From">Where it was.</param>
    /// <param name="To">Where it goes.</param>
    /// <param name="Clock">Its own clock that is taken up again when a move is undone; null for a new one, or to follow everybody.</param>
    [LogName("pair-moved")]
    public sealed record PairMoved(Id<Pair> Pair, int From, int To, PhaseClock? Clock = null)
        : Change, IByLeader, IConcernsPair, IOfConsole, IUndoable
    {
        Id<Pair>? IConcernsPair.Pair => Pair;
    }

    /// <summary>The clock is paused, and those that pairs have of their own.</summary>
    /// <param name="Since">When the time stood still, when going on is undone; null for now.</param>
    [LogName("clock-paused")]
    public sealed record ClockPaused(DateTimeOffset? Since = null) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The clock goes on, and those that pairs have of their own.</summary>
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
    /// <param name="Began">How long the phase had run when that turn began, when passing it is undone; null for now.</param>
    [LogName("turn-passed")]
    public sealed record TurnPassed(Id<Pair> Pair, int Turn, TimeSpan? Began = null)
        : Change, IByLeader, IByParticipant, IConcernsPair, IOfConsole, IUndoable
    {
        Id<Pair>? IConcernsPair.Pair => Pair;
    }

    /// <summary>A message to the screens. It stands beside the messages before it; an empty text takes away.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="To">The parties it is for; null for all.</param>
    /// <param name="Away">
    /// With an empty text: the place in the log of the one message that is taken away; null for all that were sent to the same parties.
    /// </param>
    [LogName("message-sent")]
    public sealed record MessageSent(PlainText Text, ImmutableSortedSet<Id<Party>>? To = null, long? Away = null)
        : Change, IByLeader, IConcernsParties, IConcernsEverybody, IOfConsole, IUndoable
    {
        IEnumerable<Id<Party>>? IConcernsParties.Parties => To;
    }

    /// <summary>
    /// What the wall shows: the notes or not, with names or without, which slide of them, from 0, and which of them in which order.
    /// </summary>
    [LogName("wall-set")]
    public sealed record WallSet(bool Notes, bool Names, int Slide, WallSelection Selection = WallSelection.ChosenByPair)
        : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>A note is kept off the wall, or may stand there again. On the board it stays.</summary>
    [LogName("note-hidden")]
    public sealed record NoteHidden(NoteRef Note, bool Hidden) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The group work is ended: everything is kept as it is.</summary>
    /// <param name="Since">When the time stood still, when opening it again is undone; null for now.</param>
    [LogName("workshop-closed")]
    public sealed record WorkshopClosed(DateTimeOffset? Since = null) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The group work is opened again where it was.</summary>
    /// <param name="AsItWas">
    /// Clocks that were paused before it was ended stay paused. Entries from before 28 November 2026 do not have it: those started every
    /// clock, and must go on doing so, since the entries after them were accepted on that.
    /// </param>
    [LogName("workshop-reopened")]
    public sealed record WorkshopReopened(bool AsItWas) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;
}
