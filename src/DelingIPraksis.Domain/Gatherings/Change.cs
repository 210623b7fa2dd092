using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// Everything that can be done to a gathering: the closed list of the product's verbs. The name in quotes is the stable name in the
/// log; it is never changed and never used again for another thing. A change made by a participant is made for its party.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(GatheringCreated), "gathering-created")]
[JsonDerivedType(typeof(RehearsalErased), "rehearsal-erased")]
[JsonDerivedType(typeof(GatheringErased), "gathering-erased")]
[JsonDerivedType(typeof(RetentionSet), "retention-set")]
[JsonDerivedType(typeof(NamesErased), "names-erased")]
[JsonDerivedType(typeof(GatheringImported), "gathering-imported")]
[JsonDerivedType(typeof(GatheringDescribed), "gathering-described")]
[JsonDerivedType(typeof(BlockPut), "block-put")]
[JsonDerivedType(typeof(BlockDescribed), "block-described")]
[JsonDerivedType(typeof(BlockMoved), "block-moved")]
[JsonDerivedType(typeof(BlockRemoved), "block-removed")]
[JsonDerivedType(typeof(TalkPut), "talk-put")]
[JsonDerivedType(typeof(TalkMoved), "talk-moved")]
[JsonDerivedType(typeof(TalkRemoved), "talk-removed")]
[JsonDerivedType(typeof(PartyInvited), "party-invited")]
[JsonDerivedType(typeof(PartyRenamed), "party-renamed")]
[JsonDerivedType(typeof(PartyWithdrawn), "party-withdrawn")]
[JsonDerivedType(typeof(StaffAppointed), "staff-appointed")]
[JsonDerivedType(typeof(WorkshopPlanned), "workshop-planned")]
[JsonDerivedType(typeof(PersonJoined), "person-joined")]
[JsonDerivedType(typeof(PersonKnocked), "person-knocked")]
[JsonDerivedType(typeof(PersonAdmitted), "person-admitted")]
[JsonDerivedType(typeof(PersonDeclined), "person-declined")]
[JsonDerivedType(typeof(PersonMoved), "person-moved")]
[JsonDerivedType(typeof(PersonShownOut), "person-shown-out")]
[JsonDerivedType(typeof(DoorSet), "door-set")]
[JsonDerivedType(typeof(PairsProposed), "pairs-proposed")]
[JsonDerivedType(typeof(PairWished), "pair-wished")]
[JsonDerivedType(typeof(PairWishDropped), "pair-wish-dropped")]
[JsonDerivedType(typeof(PairsShown), "pairs-shown")]
[JsonDerivedType(typeof(PairsTakenBack), "pairs-taken-back")]
[JsonDerivedType(typeof(LeadTaken), "lead-taken")]
[JsonDerivedType(typeof(PhaseEntered), "phase-entered")]
[JsonDerivedType(typeof(PairMoved), "pair-moved")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed")]
[JsonDerivedType(typeof(TimeAdded), "time-added")]
[JsonDerivedType(typeof(TurnPassed), "turn-passed")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(WallSet), "wall-set")]
[JsonDerivedType(typeof(NoteHidden), "note-hidden")]
[JsonDerivedType(typeof(WorkshopClosed), "workshop-closed")]
[JsonDerivedType(typeof(WorkshopReopened), "workshop-reopened")]
[JsonDerivedType(typeof(TextWritten), "text-written")]
[JsonDerivedType(typeof(ListeningNoted), "listening-noted")]
[JsonDerivedType(typeof(FeedbackWritten), "feedback-written")]
[JsonDerivedType(typeof(FeedbackHandedOver), "feedback-handed-over")]
[JsonDerivedType(typeof(FeedbackAnswered), "feedback-answered")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(NoteEdited), "note-edited")]
[JsonDerivedType(typeof(NoteMoved), "note-moved")]
[JsonDerivedType(typeof(NoteDeleted), "note-deleted")]
[JsonDerivedType(typeof(NoteRestored), "note-restored")]
[JsonDerivedType(typeof(NoteAgreed), "note-agreed")]
[JsonDerivedType(typeof(NoteVoted), "note-voted")]
[JsonDerivedType(typeof(NoteAnswers), "note-answers")]
[JsonDerivedType(typeof(NoteLabelled), "note-labelled")]
[JsonDerivedType(typeof(DoneSaid), "done-said")]
[JsonDerivedType(typeof(HelpAsked), "help-asked")]
[JsonDerivedType(typeof(HelpAnswered), "help-answered")]
[JsonDerivedType(typeof(CommitmentMade), "commitment-made")]
[JsonDerivedType(typeof(PointPut), "point-put")]
[JsonDerivedType(typeof(PointMoved), "point-moved")]
[JsonDerivedType(typeof(PointRemoved), "point-removed")]
[JsonDerivedType(typeof(PointsPut), "points-put")]
[JsonDerivedType(typeof(PointsRemoved), "points-removed")]
[JsonDerivedType(typeof(PointWorded), "point-worded")]
[JsonDerivedType(typeof(PointSourced), "point-sourced")]
[JsonDerivedType(typeof(SectionPut), "section-put")]
[JsonDerivedType(typeof(SectionRemoved), "section-removed")]
[JsonDerivedType(typeof(GroupPut), "group-put")]
[JsonDerivedType(typeof(NotesGrouped), "notes-grouped")]
[JsonDerivedType(typeof(NotesLeftOut), "notes-left-out")]
[JsonDerivedType(typeof(ReportTextWritten), "report-text-written")]
[JsonDerivedType(typeof(ReportChosen), "report-chosen")]
[JsonDerivedType(typeof(ConsentAsked), "consent-asked")]
[JsonDerivedType(typeof(ConsentGiven), "consent-given")]
[JsonDerivedType(typeof(ReportPublished), "report-published")]
[JsonDerivedType(typeof(ReportWithdrawn), "report-withdrawn")]
public abstract record Change
{
    private Change()
    {
    }

    // Programme

    /// <summary>A gathering is made; whoever makes it is its organiser.</summary>
    /// <param name="Facts">Title, date, host.</param>
    /// <param name="IsDemo">Whether it is made to try, and never counts as held.</param>
    /// <param name="RehearsalOf">The gathering that it rehearses («generalprøve»), or null.</param>
    public sealed record GatheringCreated(GatheringFacts Facts, bool IsDemo, Id<Gathering>? RehearsalOf = null) : Change;

    /// <summary>A rehearsal is erased: from now on it does not exist for anybody.</summary>
    public sealed record RehearsalErased : Change;

    /// <summary>A gathering is erased for good, by who owns it or because its time is out: from now on it does not exist for anybody.</summary>
    public sealed record GatheringErased : Change;

    /// <summary>How long the gathering is kept is set.</summary>
    public sealed record RetentionSet(Retention Retention) : Change;

    /// <summary>The names of those who took part are removed, since their time is out.</summary>
    public sealed record NamesErased : Change;

    /// <summary>A gathering that was held before, here or elsewhere, is taken in whole; whoever does it is its organiser.</summary>
    public sealed record GatheringImported(GatheringArchive Archive) : Change;

    /// <summary>Title, date, host and so on are set anew.</summary>
    /// <param name="Facts">What holds from now on.</param>
    /// <param name="Read">What was read when it was written, so that two who write in different fields lose nothing; null when it does not matter.</param>
    public sealed record GatheringDescribed(GatheringFacts Facts, GatheringFacts? Read = null) : Change;

    /// <summary>A block is added at the end, or takes the place of the one with the same identity, with all its talks.</summary>
    public sealed record BlockPut(Block Block) : Change;

    /// <summary>What is said of a block is changed, and its talks are left alone; null leaves that part as it is.</summary>
    public sealed record BlockDescribed(Id<Block> Block, PlainText? Title = null, PlainText? Introduction = null, bool? HasWorkshop = null) : Change;

    /// <summary>A block is moved to a place in the programme, counted from 0.</summary>
    public sealed record BlockMoved(Id<Block> Block, int Place) : Change;

    /// <summary>A block is taken out of the programme.</summary>
    public sealed record BlockRemoved(Id<Block> Block) : Change;

    /// <summary>A talk is added at the end of a block, or takes the place of the one with the same identity, wherever it stands now.</summary>
    /// <param name="Block">The block it is added to.</param>
    /// <param name="Talk">The talk.</param>
    /// <param name="Read">The talk that was read when it was written, so that two who write in different fields lose nothing; null for a new one.</param>
    public sealed record TalkPut(Id<Block> Block, Talk Talk, Talk? Read = null) : Change;

    /// <summary>A talk is moved to a place in a block, counted from 0.</summary>
    public sealed record TalkMoved(Id<Talk> Talk, Id<Block> Block, int Place) : Change;

    /// <summary>A talk is taken out of the programme.</summary>
    public sealed record TalkRemoved(Id<Talk> Talk) : Change;

    /// <summary>A municipality, county or other organisation is invited.</summary>
    public sealed record PartyInvited(Id<Party> Party, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County) : Change;

    /// <summary>Who is invited is corrected, as long as it has not written anything.</summary>
    public sealed record PartyRenamed(Id<Party> Party, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County) : Change;

    /// <summary>Somebody is no longer invited: only as long as nobody has come or written for it, and it is in no pair.</summary>
    public sealed record PartyWithdrawn(Id<Party> Party) : Change;

    /// <summary>Somebody with an account is made organiser, facilitator or observer, or (None) is no longer any of them.</summary>
    public sealed record StaffAppointed(Id<User> User, Role Role) : Change;

    /// <summary>The theme and the phases of the group work are set.</summary>
    public sealed record WorkshopPlanned(PlainText Theme, ImmutableList<Phase> Plan) : Change;

    // Joining

    /// <summary>Somebody joins for a party.</summary>
    public sealed record PersonJoined(Id<Person> Person, Id<Party> Party) : Change;

    /// <summary>Somebody asks to be let in at a guarded door, for a party.</summary>
    public sealed record PersonKnocked(Id<Person> Person, Id<Party> Party) : Change;

    /// <summary>One who knocked is let in.</summary>
    public sealed record PersonAdmitted(Id<Person> Person) : Change;

    /// <summary>One who knocked is not let in; the next who asks with the same code may be.</summary>
    public sealed record PersonDeclined(Id<Person> Person) : Change;

    /// <summary>Somebody who chose the wrong party takes part for another. What was written stays with the party it was written for.</summary>
    public sealed record PersonMoved(Id<Person> Person, Id<Party> Party) : Change;

    /// <summary>Somebody is shown out, or let back in.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Back">True: is let back in.</param>
    public sealed record PersonShownOut(Id<Person> Person, bool Back = false) : Change;

    /// <summary>The door is opened or closed to newcomers, or (open and guarded) opened to those who are let in one by one.</summary>
    public sealed record DoorSet(bool Open, bool Guarded = false) : Change;

    // Pairing

    /// <summary>Pairs are proposed to the facilitator, or (empty) no longer; nobody else is told.</summary>
    public sealed record PairsProposed(ImmutableList<Pair> Pairs) : Change;

    /// <summary>Two are wanted together, or never together, from the next proposal on.</summary>
    public sealed record PairWished(PairWish Wish) : Change;

    /// <summary>A wish is dropped.</summary>
    public sealed record PairWishDropped(Id<Party> One, Id<Party> Other) : Change;

    /// <summary>The proposal becomes the pairs, and everybody is told.</summary>
    public sealed record PairsShown : Change;

    /// <summary>The pairs are a proposal again, and nobody is in a pair. What was written stays with the party it was written for.</summary>
    public sealed record PairsTakenBack : Change;

    // Conducting

    /// <summary>Somebody who may lead does so from now on: takes over, or is handed it. The others still may, so that nobody is ever stuck.</summary>
    public sealed record LeadTaken(Id<User> User) : Change;

    /// <summary>Everybody is moved to a phase. It says where they were, so that two who press at once move one step and not two.</summary>
    /// <param name="From">Where they were.</param>
    /// <param name="To">Where they go; -1 when the beginning is undone.</param>
    /// <param name="Clock">The clock that is taken up again when a move is undone; null for a new one.</param>
    public sealed record PhaseEntered(int From, int To, PhaseClock? Clock = null) : Change;

    /// <summary>
    /// One pair is moved to a phase, with a clock of its own; to the phase everybody is in, and it follows them again. It says where the
    /// pair was, as <see cref="PhaseEntered"/> does.
    /// </summary>
    public sealed record PairMoved(Id<Pair> Pair, int From, int To) : Change;

    /// <summary>The clock is paused, and those that pairs have of their own.</summary>
    public sealed record ClockPaused : Change;

    /// <summary>The clock goes on, and those that pairs have of their own.</summary>
    public sealed record ClockResumed : Change;

    /// <summary>Minutes are added to the phase, or taken from it (-120 to 120).</summary>
    /// <param name="Minutes">How many.</param>
    /// <param name="Pair">The one pair it is for, which then has a clock of its own; null for everybody.</param>
    public sealed record TimeAdded(int Minutes, Id<Pair>? Pair = null) : Change;

    /// <summary>The turn in a pair goes to the member with this index.</summary>
    public sealed record TurnPassed(Id<Pair> Pair, int Turn) : Change;

    /// <summary>Words to the screens; empty words take the message away.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="To">The parties they are for; null for all, and then what was said to some is taken away.</param>
    public sealed record MessageSent(PlainText Text, ImmutableSortedSet<Id<Party>>? To = null) : Change;

    /// <summary>What the wall shows: the notes or not, with names or without, and which slide of them, from 0.</summary>
    public sealed record WallSet(bool Notes, bool Names, int Slide) : Change;

    /// <summary>A note is kept off the wall, or may stand there again. On the board it stays.</summary>
    public sealed record NoteHidden(NoteRef Note, bool Hidden) : Change;

    /// <summary>The group work is ended: everything is kept as it is.</summary>
    public sealed record WorkshopClosed : Change;

    /// <summary>The group work is opened again where it was.</summary>
    public sealed record WorkshopReopened : Change;

    // The exchange

    /// <summary>A field about the party's own work is written, from the revision that was read.</summary>
    public sealed record TextWritten(TextField Field, PlainText Text, int BasedOn) : Change;

    /// <summary>Notes are taken while another presents, from the revision that was read; never shown to anybody but the party.</summary>
    public sealed record ListeningNoted(Id<Party> About, PlainText Text, int BasedOn) : Change;

    /// <summary>Feedback is written under a prompt about a part of the description, from the revision that was read; private until handed over.</summary>
    public sealed record FeedbackWritten(Id<Party> To, FeedbackPrompt Prompt, PlainText Text, int BasedOn, FeedbackPart Part = FeedbackPart.Whole) : Change;

    /// <summary>The feedback is handed over to the one it is for.</summary>
    public sealed record FeedbackHandedOver(Id<Party> To) : Change;

    /// <summary>The one it is for answers the feedback («slik tar vi det videre»).</summary>
    public sealed record FeedbackAnswered(Id<Party> From, PlainText Text, int BasedOn) : Change;

    // The board

    /// <summary>
    /// A note is put on the board: one's own, or, at a table with one screen, the partner's. Then it is the partner's note, and who wrote
    /// it down may mend it as well.
    /// </summary>
    public sealed record NoteAdded(Id<Note> Note, NoteKind Kind, PlainText Text, Id<Party>? For = null) : Change;

    /// <summary>One's own note is worded anew, from the revision that was read.</summary>
    public sealed record NoteEdited(Id<Note> Note, PlainText Text, int BasedOn) : Change;

    /// <summary>One's own note is moved to a column.</summary>
    public sealed record NoteMoved(Id<Note> Note, NoteKind Kind) : Change;

    /// <summary>One's own note is taken away; it can be brought back.</summary>
    public sealed record NoteDeleted(Id<Note> Note) : Change;

    /// <summary>A deleted note is brought back.</summary>
    public sealed record NoteRestored(Id<Note> Note) : Change;

    /// <summary>The party agrees, or no longer agrees, with the partner's note.</summary>
    public sealed record NoteAgreed(NoteRef Note, bool Agrees) : Change;

    /// <summary>The party wants, or no longer wants, to bring a note of the pair to the plenary.</summary>
    public sealed record NoteVoted(NoteRef Note, bool Wants) : Change;

    /// <summary>One's own opportunity answers a barrier on the pair's board, or (null) none.</summary>
    public sealed record NoteAnswers(Id<Note> Note, NoteRef? Barrier) : Change;

    /// <summary>One's own note is said to be about something (empty: nothing said) and for somebody (null: nobody said).</summary>
    public sealed record NoteLabelled(Id<Note> Note, PlainText Theme, Addressee? To) : Change;

    /// <summary>The party says it is done with the phase it is in, or takes it back.</summary>
    /// <param name="Done">Whether it is done.</param>
    /// <param name="At">The phase that was meant, by its place in the plan: what is said of one is not said of the next. Null in old logs.</param>
    public sealed record DoneSaid(bool Done, int? At = null) : Change;

    /// <summary>The party asks for the facilitator.</summary>
    public sealed record HelpAsked(HelpReason Reason) : Change;

    /// <summary>The facilitator has answered, with words to the party or without, or the party no longer needs it.</summary>
    public sealed record HelpAnswered(Id<Party> Party, PlainText Words = default) : Change;

    /// <summary>The party says what it takes home.</summary>
    public sealed record CommitmentMade(Commitment Commitment) : Change;

    // The report

    /// <summary>A point is added at the end of its section, or takes the place of the one with the same identity.</summary>
    public sealed record PointPut(Point Point) : Change;

    /// <summary>A point is moved to a place in its section, counted from 0, or (with a section) to a place in that one.</summary>
    public sealed record PointMoved(Id<Point> Point, int Place) : Change
    {
        /// <summary>The section it is moved to, or null for the one it stands in.</summary>
        public Id<Section>? Section { get; init; }
    }

    /// <summary>A point is taken out of the report; its notes stay.</summary>
    public sealed record PointRemoved(Id<Point> Point) : Change;

    /// <summary>Several points are added at once, each at the end of its section: all of them, or none.</summary>
    public sealed record PointsPut(ImmutableList<Point> Points) : Change;

    /// <summary>Several points are taken out at once; those that are no longer there do not hinder the others.</summary>
    public sealed record PointsRemoved(ImmutableList<Id<Point>> Points) : Change;

    /// <summary>A point is worded anew, from the revision that was read.</summary>
    public sealed record PointWorded(Id<Point> Point, PlainText Text, int BasedOn) : Change;

    /// <summary>Notes are put behind a point, and others are let go, whatever else is being done to it.</summary>
    public sealed record PointSourced(Id<Point> Point, ImmutableList<NoteRef> Added, ImmutableList<NoteRef> LetGo) : Change;

    /// <summary>A section of the organiser's own is added at the end, or named anew.</summary>
    public sealed record SectionPut(Id<Section> Section, PlainText Title) : Change;

    /// <summary>A section of the organiser's own is taken out; it must be empty.</summary>
    public sealed record SectionRemoved(Id<Section> Section) : Change;

    /// <summary>A group of notes is added at the end, or named anew.</summary>
    public sealed record GroupPut(Id<NoteGroup> Group, PlainText Name) : Change;

    /// <summary>
    /// Notes are put in groups, as many as it takes, in one stroke: each from wherever it stands, into groups that are made if they are
    /// not there. Notes given loose stand in none afterwards, and the groups given up are no more.
    /// </summary>
    public sealed record NotesGrouped(ImmutableList<NoteGroup> Groups, ImmutableList<NoteRef> Loose, ImmutableList<Id<NoteGroup>> GivenUp) : Change;

    /// <summary>Notes are left out of the report on purpose, or (false) no longer.</summary>
    public sealed record NotesLeftOut(ImmutableList<NoteRef> Notes, bool LeftOut) : Change;

    /// <summary>A running text of the report is written.</summary>
    public sealed record ReportTextWritten(ReportText Part, PlainText Text) : Change;

    /// <summary>What is to be in the report is chosen.</summary>
    public sealed record ReportChosen(ReportChoices Choices) : Change;

    /// <summary>The parties are asked what they may be quoted on, until an instant; or they get more time. What they were told is never made worse.</summary>
    public sealed record ConsentAsked(DateTimeOffset Until, bool SilenceMeansYes) : Change;

    /// <summary>A party says what it may be quoted on; also after the group work has ended. The application says which party: it has seen its link.</summary>
    public sealed record ConsentGiven(ImmutableList<QuoteAnswer> Answers, Id<Party>? Party = null) : Change;

    /// <summary>The report is published as it is now, for the first time, or as a correction that says what was corrected.</summary>
    public sealed record ReportPublished(PlainText Correction = default) : Change;

    /// <summary>The published report is withdrawn.</summary>
    public sealed record ReportWithdrawn : Change;
}
