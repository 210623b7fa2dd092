using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public sealed partial class GatheringView
{
    /// <summary>What the group work is about.</summary>
    public PlainText Theme => _gathering.Workshop.Theme;

    /// <summary>The phases.</summary>
    public IReadOnlyList<Phase> Plan => _gathering.Workshop.Plan;

    /// <summary>
    /// The place in the plan of the actor's own pair, or of everybody for an actor who is in no pair; -1 before the group work has begun.
    /// </summary>
    public int Position => Place.Position;

    /// <summary>The phase there, or null.</summary>
    public Phase? Phase => Place.Phase;

    /// <summary>The clock there, or null.</summary>
    public PhaseClock? Clock => Place.Clock;

    /// <summary>When the group work was ended, UTC, or null.</summary>
    public DateTimeOffset? ClosedAt => _gathering.Workshop.ClosedAt;

    /// <summary>
    /// Whether the own pair has reached a phase of this kind or a later kind. For an actor in no pair: whether everybody has.
    /// </summary>
    public bool HasReached(PhaseKind kind) => _gathering.Workshop.HasReached(kind, OwnPair);

    /// <summary>
    /// The messages to all and to the own party, the newest first. Empty for strangers. A message is shown only in the step it was sent in:
    /// latecomers do not need it, and a message about the remaining time would be wrong later.
    /// </summary>
    public IReadOnlyList<Message> Messages => Role == Role.None
        ? []
        : [.. _gathering.Workshop.Messages.Concat(OwnParty is { } own ? _gathering.Workshop.WorkOf(own.Id).Messages : [])
            .Where(message => Stands(message, OwnPair)).OrderByDescending(message => message.Sequence)];

    /// <summary>The newest of <see cref="Messages"/>, or null.</summary>
    public Message? Message => Messages.Count > 0 ? Messages[0] : null;

    /// <summary>The pairs everybody has been told; not for strangers.</summary>
    public IReadOnlyList<Pair> Pairs => Role == Role.None ? [] : _gathering.Workshop.Pairs;

    /// <summary>The pairs proposed; only for those who lead or own.</summary>
    public IReadOnlyList<Pair> Proposal => Leads ? _gathering.Workshop.Proposal : [];

    /// <summary>The pairs proposed for the rounds after the one everybody is in, in order; only for those who lead or own.</summary>
    public IReadOnlyList<IReadOnlyList<Pair>> ProposedLater => Leads ? _gathering.Workshop.ProposedLater ?? [] : [];

    /// <summary>How many rounds the plan has, from 1.</summary>
    public int Rounds => _gathering.Workshop.Rounds;

    /// <summary>The round everybody is in, from 0.</summary>
    public int Round => _gathering.Workshop.Round;

    /// <summary>How many rounds have begun, from 1.</summary>
    public int RoundsBegun => _gathering.Workshop.RoundsBegun;

    /// <summary>The round of a place in the plan, from 0.</summary>
    public int RoundAt(int place) => _gathering.Workshop.RoundAt(place);

    /// <summary>
    /// The pairs of a round. Those of a round that has not begun are only for those who lead or follow, for they may still change.
    /// </summary>
    public IReadOnlyList<Pair> PairsIn(int round) =>
        Role == Role.None || (round >= RoundsBegun && !FollowsAll) ? [] : _gathering.Workshop.PairsIn(round);

    /// <summary>The pairs of all rounds that have begun, the first round first; not for strangers.</summary>
    public IEnumerable<Pair> AllPairs => Role == Role.None ? [] : _gathering.Workshop.AllPairs;

    /// <summary>The pairs that the own party has been in in the rounds before this one, the newest first.</summary>
    public IEnumerable<Pair> EarlierPairs => OwnParty is { } own
        ? Enumerable.Range(0, Round).Reverse().Select(round => _gathering.Workshop.PairOf(own.Id, round)).OfType<Pair>()
        : [];

    /// <summary>Who is wanted together or never together; only for those who lead or own.</summary>
    public IReadOnlyList<PairWish> Wishes => Leads ? _gathering.Workshop.Wishes : [];

    /// <summary>The place in the log of the last change by a leader.</summary>
    public long LastLed => _gathering.LastLed;

    /// <summary>What is shown on the wall.</summary>
    public WallShow WallShow => _gathering.Workshop.Wall;

    /// <summary>The wall as everybody sees it.</summary>
    public WallView Wall => WallView.For(_gathering);

    /// <summary>Who leads now among those who may, or null; only for those who follow all pairs.</summary>
    public Id<User>? Lead => FollowsAll ? _gathering.Workshop.Lead : null;

    /// <summary>Whether somebody else than the actor leads now.</summary>
    public bool OtherLeads => Lead is { } lead && _actor is Actor.Account account && account.User != lead;

    /// <summary>Whether the actor may lead and nobody else has taken the lead.</summary>
    public bool HasControl => Leads && !OtherLeads;

    /// <summary>
    /// The organiser's instruction to the actor in a phase, or empty. Where the parties take turns, it depends on whose turn it is.
    /// </summary>
    public PlainText InstructionAt(int position)
    {
        if (Role == Role.None || position < 0 || position >= Plan.Count) return PlainText.Empty;
        var phase = Plan[position];
        return phase.HasTurns && OwnPair is { } pair && pair.Presenter != OwnParty!.Id ? phase.ForCommenter : phase.ForPresenter;
    }

    /// <summary>How many votes the own party has left, 0 to <see cref="Limits.Votes"/>.</summary>
    public int VotesLeft => OwnPair is { } pair ? Rules.VotesLeft(_gathering.Workshop, pair, OwnParty!.Id) : 0;

    /// <summary>Where a pair is in the plan. For those who do not follow all pairs, always the own pair.</summary>
    public Place PlaceOf(Pair pair) => _gathering.Workshop.PlaceOf(FollowsAll || pair.Id == OwnPair?.Id ? pair : null);

    /// <summary>The messages to some parties only that are still on their screens. Only for those who lead or follow.</summary>
    public IEnumerable<(Party Party, Message Message)> MessagesToSome => !FollowsAll
        ? []
            : _gathering.Workshop.Work.Values.SelectMany(work =>
                work.Messages.Where(message => Stands(message, _gathering.Workshop.PairOf(work.Party)))
                    .Select(message => (_gathering.Parties[work.Party], message))
            );

    /// <summary>The names of a pair's parties, in the order of their turns.</summary>
    public IEnumerable<Party> MembersOf(Pair pair) => pair.Members.Select(member => _gathering.Parties[member]);

    /// <summary>The notes on a pair's board, in the order they were written; empty when the actor may not read the board.</summary>
    public IReadOnlyList<BoardNote> Board(Pair pair) => FollowsAll || pair.Id == OwnPair?.Id || EarlierPairs.Any(own => own.Id == pair.Id)
        ? BoardNote.AllOf(pair.Members.Select(_gathering.Workshop.WorkOf)).FindAll(note => note.Note.Round == pair.Round)
        : [];

    /// <summary>The barriers on a board that no opportunity on it answers yet, in the order of the board.</summary>
    public static IEnumerable<BoardNote> Unanswered(IReadOnlyList<BoardNote> board)
    {
        var answered = board.Select(note => note.Note.Answers).OfType<NoteRef>().ToHashSet();
        return board.Where(note => note.Note.Kind == NoteKind.Barrier && !answered.Contains(note.Where));
    }

    /// <summary>Whether the actor may edit, move, label and delete a note.</summary>
    public bool MayChange(BoardNote note) => OwnParty is { } own && Rules.MayChange(own.Id, note.Where.Party, note.Note);

    /// <summary>
    /// The party that has contributed far less to a board than another in the pair, or null when the contributions are balanced.
    /// </summary>
    public Id<Party>? LeastActiveOnBoard(Pair pair) =>
        ContributionBalance.LeastActive(
            Board(pair).CountBy(note => note.Where.Party).ToDictionary(),
            pair.Members,
            ContributionBalance.Notes
        );

    /// <summary>
    /// The party whose feedback is far shorter than another's in the pair, or null when they are balanced. It reveals lengths only, no
    /// texts.
    /// </summary>
    public Id<Party>? LeastActiveInFeedback(Pair pair) => ContributionBalance.LeastActive(
        pair.Members.ToDictionary(member => member, member => ProgressOf(member)?.Feedback ?? 0),
        pair.Members,
        ContributionBalance.Letters
    );

    /// <summary>
    /// The notes of all parties, in the order they were written, including parties that are in no pair now. Only for those who follow all
    /// pairs.
    /// </summary>
    public IReadOnlyList<BoardNote> AllNotes => FollowsAll ? BoardNote.AllOf(_gathering.Workshop.Work.Values) : [];

    /// <summary>What a party has written, as far as the actor may read it; null when the actor may read nothing of it.</summary>
    public WorkView? Work(Id<Party> party)
    {
        if (!_gathering.Parties.ContainsKey(party)) return null;
        var own = OwnParty?.Id == party || Role == Role.Application;
        var partner = OwnPair?.Members.Contains(party) == true;
        if (!own && !partner && !FollowsAll) return null;
        // A new partner reads what has been presented to it, and nothing that was said to the partner of an earlier round.
        var work = _gathering.Workshop.WorkOf(party);
        return FollowsAll || Round == 0
            ? new WorkView(work, own, work.Presented, null) { ReadsReasons = FollowsAll }
            : new WorkView(work, own, work.HasPresentedIn(Round), OwnPair);
    }

    /// <summary>The feedback that the own party has got from a partner in an earlier round; none when it is not handed over.</summary>
    public Feedback EarlierFeedback(Id<Party> from) =>
        OwnParty is { } own && _gathering.Workshop.WorkOf(from).FeedbackTo(own.Id) is { HandedOverAt: not null } given
            ? given
            : Feedback.None;

    /// <summary>How far a party has come, in counts only; null when the actor may not know.</summary>
    public Progress? ProgressOf(Id<Party> party) =>
        FollowsAll || OwnParty?.Id == party || OwnPair?.Members.Contains(party) == true
            ? Progress.Of(_gathering.Workshop.WorkOf(party), _gathering.Workshop)
            : null;

    private Place Place => _gathering.Workshop.PlaceOf(OwnPair);

    private bool Stands(Message message, Pair? pair) =>
        message.At >= (ClosedAt ?? _gathering.Workshop.PlaceOf(pair).Clock?.StartedAt ?? DateTimeOffset.MinValue);
}

/// <summary>A note on a board, with where it is found.</summary>
/// <param name="Where">Whose it is, and which.</param>
/// <param name="Note">The note.</param>
public sealed record BoardNote(NoteRef Where, Note Note)
{
    /// <summary>The barrier that it answers; null when it answers none, or when that barrier has been deleted or moved.</summary>
    public Note? Answered { get; init; }

    /// <summary>The notes in some parties' work that are not deleted, in the order they came.</summary>
    internal static List<BoardNote> AllOf(IEnumerable<PartyWork> works)
    {
        var notes = works
            .SelectMany(work =>
                work.Notes.Where(note => !note.Deleted).Select(note => new BoardNote(new NoteRef(work.Party, note.Id), note))
            )
            .OrderBy(note => note.Note.Sequence).ToList();
        if (!notes.Exists(note => note.Note.Answers is not null)) return notes;
        var barriers = notes.Where(note => note.Note.Kind == NoteKind.Barrier).ToDictionary(note => note.Where, note => note.Note);
        return notes.ConvertAll(note =>
            note.Note.Answers is { } barrier ? note with { Answered = barriers.GetValueOrDefault(barrier) } : note
        );
    }
}
