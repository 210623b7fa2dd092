using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>
    /// Puts a note on the board. The note is the party's own or, at a table with one screen, the partner's. A partner's note may also be
    /// edited by the party that wrote it down.
    /// </summary>
    [LogName("note-added")]
    public sealed record NoteAdded(Id<Note> Note, NoteKind Kind, PlainText Text, Id<Party>? For = null)
        : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party's own note gets a new text, based on the revision that was read.</summary>
    [LogName("note-edited")]
    public sealed record NoteEdited(Id<Note> Note, PlainText Text, int BasedOn) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party's own note is moved to a column.</summary>
    [LogName("note-moved")]
    public sealed record NoteMoved(Id<Note> Note, NoteKind Kind) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party's own note is deleted. It can be restored.</summary>
    [LogName("note-deleted")]
    public sealed record NoteDeleted(Id<Note> Note) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>A deleted note is restored.</summary>
    [LogName("note-restored")]
    public sealed record NoteRestored(Id<Note> Note) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party agrees, or no longer agrees, with the partner's note.</summary>
    [LogName("note-agreed")]
    public sealed record NoteAgreed(NoteRef Note, bool Agrees) : Change, IByParticipant, IConcernsOwnParty
    {
        Id<Party>? IConcernsOwnParty.OtherParty => Note.Party;
    }

    /// <summary>The party wants, or no longer wants, to bring a note of the pair to the plenary.</summary>
    [LogName("note-voted")]
    public sealed record NoteVoted(NoteRef Note, bool Wants) : Change, IByParticipant, IConcernsOwnParty
    {
        Id<Party>? IConcernsOwnParty.OtherParty => Note.Party;
    }

    /// <summary>The party's own opportunity answers a barrier on the pair's board, or (null) none.</summary>
    [LogName("note-answers")]
    public sealed record NoteAnswers(Id<Note> Note, NoteRef? Barrier) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party's own note gets a theme (empty: none) and an addressee (null: none).</summary>
    [LogName("note-labelled")]
    public sealed record NoteLabelled(Id<Note> Note, PlainText Theme, Addressee? To) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party says that it is done with its phase, or takes that back.</summary>
    /// <param name="Done">Whether it is done.</param>
    /// <param name="At">
    /// The phase that was meant, by its place in the plan. The change is refused when the party is in another phase by then. Null in old
    /// logs.
    /// </param>
    [LogName("done-said")]
    public sealed record DoneSaid(bool Done, int? At = null) : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>The party asks for the facilitator.</summary>
    [LogName("help-asked")]
    public sealed record HelpAsked(HelpReason Reason) : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>
    /// The help request is closed: the facilitator has answered it, with or without a text, or the party no longer needs help.
    /// </summary>
    [LogName("help-answered")]
    [NotUndoable("The party has read the answer, and asks again when it needs more.")]
    public sealed record HelpAnswered(Id<Party> Party, PlainText Words = default)
        : Change, IByLeader, IByParticipant, IConcernsParties, IOfConsole
    {
        IEnumerable<Id<Party>> IConcernsParties.Parties => [Party];
    }
}
