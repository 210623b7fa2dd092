using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What one actor may see of a gathering. It is the only way from the state to a screen or a file: no screen filters by itself, and
/// what this does not hand out is in no byte that is sent. Making one costs nothing; every question is answered from the snapshot.
/// </summary>
/// <remarks>
/// Who sees what: a party's own writing is its own until it presents; feedback is the giver's own until it is handed over; a board is
/// for the pair. Those who lead, own or follow see what has been presented and handed over, all notes, and how far each has come, but
/// not what is still private. Points are the organiser's until the report is published. A stranger sees title and day.
/// </remarks>
public sealed partial class GatheringView
{
    private readonly Gathering _gathering;
    private readonly Actor _actor;

    private GatheringView(Gathering gathering, Actor actor)
    {
        (_gathering, _actor) = (gathering, actor);
        Role = gathering.RoleOf(actor);
        OwnParty = gathering.PartyOf(actor) is { } party ? gathering.Parties[party] : null;
        OwnKnock = actor is Actor.Participant knocker ? gathering.Knocks.GetValueOrDefault(knocker.Person) : null;
        OwnPair = OwnParty is { } own ? gathering.Workshop.PairOf(own.Id) : null;
    }

    /// <summary>What the actor is here.</summary>
    public Role Role { get; }

    /// <summary>The party the actor takes part for, or null.</summary>
    public Party? OwnParty { get; private init; }

    /// <summary>The pair the actor is in, or null.</summary>
    public Pair? OwnPair { get; }

    /// <summary>Whose gathering.</summary>
    public Id<Gathering> Id => _gathering.Id;

    /// <summary>The place in the log that this view shows.</summary>
    public long Sequence => _gathering.Sequence;

    /// <summary>Title, date, host; for a stranger without the address of the video call.</summary>
    public GatheringFacts Facts => Role == Role.None && _gathering.Facts.Meeting is not null ? _gathering.Facts with { Meeting = null } : _gathering.Facts;

    /// <summary>Whether it was made to try the product.</summary>
    public bool IsDemo => _gathering.IsDemo;

    /// <summary>Whether it is a rehearsal, in which all but those who lead are simulated.</summary>
    public bool IsRehearsal => _gathering.RehearsalOf is not null;

    /// <summary>The gathering that it rehearses, or null.</summary>
    public Id<Gathering>? RehearsalOf => _gathering.RehearsalOf;

    /// <summary>The programme; empty for a stranger.</summary>
    public IReadOnlyList<Block> Blocks => Role == Role.None ? [] : _gathering.Blocks;

    /// <summary>Whether newcomers may come with the code, be it to knock.</summary>
    public bool DoorOpen => _gathering.DoorOpen;

    /// <summary>How the door stands to newcomers.</summary>
    public DoorState Door => _gathering.Door;

    /// <summary>That the actor has knocked at a guarded door and not come in, or null.</summary>
    public Knock? OwnKnock { get; }

    /// <summary>Who waits at the door, the one who came first first; only for those who lead.</summary>
    public IReadOnlyList<Waiting> AtTheDoor => !Leads
        ? []
        : [.. _gathering.Knocks.Where(knock => !knock.Value.Declined).Select(knock => new Waiting(knock.Key, knock.Value.Party, knock.Value.At)).OrderBy(waiting => waiting.At)];

    /// <summary>Who is invited: also a stranger sees the names, to find the own municipality when joining.</summary>
    public IEnumerable<Party> Parties => _gathering.PartiesInOrder;

    /// <summary>How many are invited, 0 to <see cref="Limits.Many"/>.</summary>
    public int PartyCount => _gathering.Parties.Count;

    /// <summary>What the group work is about.</summary>
    public PlainText Theme => _gathering.Workshop.Theme;

    /// <summary>The phases.</summary>
    public IReadOnlyList<Phase> Plan => _gathering.Workshop.Plan;

    /// <summary>Where in the plan the own pair is, or everybody for those who are in none; -1 before it has begun.</summary>
    public int Position => Place.Position;

    /// <summary>The phase there, or null.</summary>
    public Phase? Phase => Place.Phase;

    /// <summary>The clock there, or null.</summary>
    public PhaseClock? Clock => Place.Clock;

    /// <summary>When the group work was ended, UTC, or null.</summary>
    public DateTimeOffset? ClosedAt => _gathering.Workshop.ClosedAt;

    /// <summary>Whether a phase of this kind, or a later kind, has been reached by the own pair, or by everybody for those who are in none.</summary>
    public bool HasReached(PhaseKind kind) => _gathering.Workshop.HasReached(kind, OwnPair);

    /// <summary>The message to the own party, or to all, whichever came last; null for strangers.</summary>
    public Message? Message => Role == Role.None ? null : Latest(_gathering.Workshop.Message, OwnParty is { } own ? _gathering.Workshop.WorkOf(own.Id).Message : null);

    /// <summary>The pairs everybody has been told; not for strangers.</summary>
    public IReadOnlyList<Pair> Pairs => Role == Role.None ? [] : _gathering.Workshop.Pairs;

    /// <summary>The pairs proposed; only for those who lead or own.</summary>
    public IReadOnlyList<Pair> Proposal => Leads ? _gathering.Workshop.Proposal : [];

    /// <summary>Who is wanted together or never together; only for those who lead or own.</summary>
    public IReadOnlyList<PairWish> Wishes => Leads ? _gathering.Workshop.Wishes : [];

    /// <summary>The place in the log of the last that was done by one who leads.</summary>
    public long LastLed => _gathering.LastLed;

    /// <summary>What is shown on the wall.</summary>
    public WallShow WallShow => _gathering.Workshop.Wall;

    /// <summary>The wall as everybody sees it.</summary>
    public WallView Wall => WallView.For(_gathering);

    /// <summary>Who leads now among those who may, or null; only for those who follow all pairs.</summary>
    public Id<User>? Lead => FollowsAll ? _gathering.Workshop.Lead : null;

    /// <summary>Whether somebody else than the actor leads now.</summary>
    public bool OtherLeads => Lead is { } lead && _actor is Actor.Account account && account.User != lead;

    /// <summary>Whether the actor steers: leads, and nobody else has taken the lead.</summary>
    public bool Steers => Leads && !OtherLeads;

    /// <summary>Those with a role here, by account; only for those who follow all pairs.</summary>
    public IReadOnlyDictionary<Id<User>, Role> Staff => FollowsAll ? _gathering.Staff : ImmutableSortedDictionary<Id<User>, Role>.Empty;

    /// <summary>What the organiser asks of the actor in a phase: where the parties take turns, it depends on whose turn it is; empty for nothing.</summary>
    public PlainText InstructionAt(int position)
    {
        if (Role == Role.None || position < 0 || position >= Plan.Count) return PlainText.Empty;
        var phase = Plan[position];
        return phase.HasTurns && OwnPair is { } pair && pair.Presenter != OwnParty!.Id ? phase.ForCommenter : phase.ForPresenter;
    }

    /// <summary>Whether the actor leads or owns the gathering.</summary>
    public bool Leads => Role is Role.Facilitator or Role.Organiser or Role.Application;

    /// <summary>Whether the actor owns the gathering and its report.</summary>
    public bool Owns => Role is Role.Organiser or Role.Application;

    /// <summary>Whether the actor follows all pairs: leads, owns or observes.</summary>
    public bool FollowsAll => Leads || Role == Role.Observer;

    /// <summary>The points of the report: for those who own or follow it.</summary>
    public IReadOnlyList<Point> Points => FollowsAll ? _gathering.Points : [];

    /// <summary>The sections of the organiser's own: for those who own or follow the report.</summary>
    public IReadOnlyList<Section> Sections => FollowsAll ? _gathering.Sections : [];

    /// <summary>The groups of notes: for those who own or follow the report.</summary>
    public IReadOnlyList<NoteGroup> Groups => FollowsAll ? _gathering.Groups : [];

    /// <summary>The notes left out on purpose: for those who own or follow the report.</summary>
    public IReadOnlyList<NoteRef> LeftOut => FollowsAll ? _gathering.LeftOut : [];

    /// <summary>Whether the report is published.</summary>
    public Reports.Publication? Publication => _gathering.Publication;

    /// <summary>How many votes the own party has left, 0 to <see cref="Limits.Votes"/>.</summary>
    public int VotesLeft => OwnPair is { } pair ? Rules.VotesLeft(_gathering.Workshop, pair, OwnParty!.Id) : 0;

    /// <summary>The view of one actor.</summary>
    public static GatheringView For(Gathering gathering, Actor actor) => new(gathering, actor);

    /// <summary>A party by its identity.</summary>
    public Party? Party(Id<Party> id) => _gathering.Parties.GetValueOrDefault(id);

    /// <summary>Where a pair is in the plan; only its own pair for those who do not follow all.</summary>
    public Place PlaceOf(Pair pair) => _gathering.Workshop.PlaceOf(FollowsAll || pair.Id == OwnPair?.Id ? pair : null);

    /// <summary>What has been said to some parties and not to all; only for those who lead or follow.</summary>
    public IEnumerable<(Party Party, Message Message)> MessagesToSome => !FollowsAll
        ? []
        : _gathering.Workshop.Work.Values.Where(work => work.Message is not null).Select(work => (_gathering.Parties[work.Party], work.Message!));

    /// <summary>The names of a pair's parties, in the order of their turns.</summary>
    public IEnumerable<Party> MembersOf(Pair pair) => pair.Members.Select(member => _gathering.Parties[member]);

    /// <summary>The notes on a pair's board, in the order they came; empty when the actor has nothing to do there.</summary>
    public IReadOnlyList<BoardNote> Board(Pair pair) => FollowsAll || pair.Id == OwnPair?.Id ? BoardNote.AllOf(pair.Members.Select(_gathering.Workshop.WorkOf)) : [];

    /// <summary>The barriers on a board that no opportunity on it answers yet, in the order of the board.</summary>
    public static IEnumerable<BoardNote> Unanswered(IReadOnlyList<BoardNote> board)
    {
        var answered = board.Select(note => note.Note.Answers).OfType<NoteRef>().ToHashSet();
        return board.Where(note => note.Note.Kind == NoteKind.Barrier && !answered.Contains(note.Where));
    }

    /// <summary>Whether the actor may word, move, label and delete a note.</summary>
    public bool MayChange(BoardNote note) => OwnParty is { } own && Rules.MayChange(own.Id, note.Where.Party, note.Note);

    /// <summary>The party that has contributed far less to a board than another of the pair, or null when it is even enough.</summary>
    public Id<Party>? QuieterAtBoard(Pair pair) => Evenness.Quieter(Board(pair).CountBy(note => note.Where.Party).ToDictionary(), pair.Members, Evenness.Notes);

    /// <summary>The party whose feedback is far shorter than another's in the pair, or null when it is even enough; it tells lengths and no words.</summary>
    public Id<Party>? QuieterInFeedback(Pair pair) => Evenness.Quieter(
        pair.Members.ToDictionary(member => member, member => ProgressOf(member)?.Feedback ?? 0), pair.Members, Evenness.Letters);

    /// <summary>The notes of all parties, in the order they came, also of one that is in no pair now; only for those who follow all pairs.</summary>
    public IReadOnlyList<BoardNote> AllNotes => FollowsAll ? BoardNote.AllOf(_gathering.Workshop.Work.Values) : [];

    /// <summary>The report as it is now; null for those who do not follow all pairs.</summary>
    /// <param name="attributed">True for the archive, with who wrote what; false for the publication.</param>
    public Reports.GatheringReport? Report(bool attributed) => FollowsAll ? Reports.GatheringReport.Of(_gathering, attributed) : null;

    /// <summary>What a party has written, as far as the actor may read it; null when the actor may read nothing of it.</summary>
    public WorkView? Work(Id<Party> party)
    {
        if (!_gathering.Parties.ContainsKey(party)) return null;
        var own = OwnParty?.Id == party || Role == Role.Application;
        var partner = OwnPair?.Members.Contains(party) == true;
        if (!own && !partner && !FollowsAll) return null;
        return new WorkView(_gathering.Workshop.WorkOf(party), own);
    }

    /// <summary>How far a party has come, without a word of what it has written; null when the actor may not know.</summary>
    public Progress? ProgressOf(Id<Party> party) =>
        FollowsAll || OwnParty?.Id == party || OwnPair?.Members.Contains(party) == true
            ? Progress.Of(_gathering.Workshop.WorkOf(party), _gathering.Workshop)
            : null;

    /// <summary>How many people have joined for a party and not been shown out.</summary>
    public int PeopleOf(Id<Party> party) => _gathering.People.Values.Count(membership => membership.Party == party && !membership.Removed);

    /// <summary>How many people have joined and not been shown out, for each party that has any: all of <see cref="PeopleOf"/> in one pass.</summary>
    public IReadOnlyDictionary<Id<Party>, int> Joined() =>
        _gathering.People.Values.Where(membership => !membership.Removed).CountBy(membership => membership.Party).ToDictionary();

    /// <summary>The people who have joined for a party; only for those who lead.</summary>
    public IEnumerable<Id<Person>> PeopleIn(Id<Party> party) => Leads
        ? _gathering.People.Where(person => person.Value.Party == party && !person.Value.Removed).Select(person => person.Key)
        : [];

    private Place Place => _gathering.Workshop.PlaceOf(OwnPair);

    private static Message? Latest(Message? one, Message? other) => one is null || other?.At >= one.At ? other : one;
}

/// <summary>A note on a board, with where it is found.</summary>
/// <param name="Where">Whose it is, and which.</param>
/// <param name="Note">The note.</param>
public sealed record BoardNote(NoteRef Where, Note Note)
{
    /// <summary>The barrier it answers, or null when it answers none, or one that has since been deleted or moved.</summary>
    public Note? Answered { get; init; }

    /// <summary>The notes in some parties' work that are not deleted, in the order they came.</summary>
    internal static List<BoardNote> AllOf(IEnumerable<PartyWork> works)
    {
        var notes = works.SelectMany(work => work.Notes.Where(note => !note.Deleted).Select(note => new BoardNote(new NoteRef(work.Party, note.Id), note)))
            .OrderBy(note => note.Note.Sequence).ToList();
        if (!notes.Exists(note => note.Note.Answers is not null)) return notes;
        var barriers = notes.Where(note => note.Note.Kind == NoteKind.Barrier).ToDictionary(note => note.Where, note => note.Note);
        return notes.ConvertAll(note => note.Note.Answers is { } barrier ? note with { Answered = barriers.GetValueOrDefault(barrier) } : note);
    }
}
