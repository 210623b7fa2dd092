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
public sealed class GatheringView
{
    private readonly Gathering _gathering;

    private GatheringView(Gathering gathering, Actor actor)
    {
        _gathering = gathering;
        Role = gathering.RoleOf(actor);
        OwnParty = gathering.PartyOf(actor) is { } party ? gathering.Parties[party] : null;
        OwnPair = OwnParty is { } own ? gathering.Workshop.PairOf(own.Id) : null;
    }

    /// <summary>What the actor is here.</summary>
    public Role Role { get; }

    /// <summary>The party the actor takes part for, or null.</summary>
    public Party? OwnParty { get; }

    /// <summary>The pair the actor is in, or null.</summary>
    public Pair? OwnPair { get; }

    /// <summary>Whose gathering.</summary>
    public Id<Gathering> Id => _gathering.Id;

    /// <summary>The place in the log that this view shows.</summary>
    public long Sequence => _gathering.Sequence;

    /// <summary>Title, date, host.</summary>
    public GatheringFacts Facts => _gathering.Facts;

    /// <summary>Whether it was made to try the product.</summary>
    public bool IsDemo => _gathering.IsDemo;

    /// <summary>The programme; empty for a stranger.</summary>
    public IReadOnlyList<Block> Blocks => Role == Role.None ? [] : _gathering.Blocks;

    /// <summary>Whether newcomers may join.</summary>
    public bool DoorOpen => _gathering.DoorOpen;

    /// <summary>Who is invited: also a stranger sees the names, to find the own municipality when joining.</summary>
    public IEnumerable<Party> Parties => _gathering.PartiesInOrder;

    /// <summary>How many are invited, 0 to <see cref="Limits.Many"/>.</summary>
    public int PartyCount => _gathering.Parties.Count;

    /// <summary>What the group work is about.</summary>
    public PlainText Theme => _gathering.Workshop.Theme;

    /// <summary>The phases.</summary>
    public IReadOnlyList<Phase> Plan => _gathering.Workshop.Plan;

    /// <summary>Where in the plan everybody is; -1 before it has begun.</summary>
    public int Position => _gathering.Workshop.Position;

    /// <summary>The phase everybody is in, or null.</summary>
    public Phase? Phase => _gathering.Workshop.Phase;

    /// <summary>The clock, or null.</summary>
    public PhaseClock? Clock => _gathering.Workshop.Clock;

    /// <summary>When the group work was ended, UTC, or null.</summary>
    public DateTimeOffset? ClosedAt => _gathering.Workshop.ClosedAt;

    /// <summary>Whether a phase of this kind, or a later kind, has been reached.</summary>
    public bool HasReached(PhaseKind kind) => _gathering.Workshop.HasReached(kind);

    /// <summary>The message to all, or null; not for strangers.</summary>
    public Message? Message => Role == Role.None ? null : _gathering.Workshop.Message;

    /// <summary>The pairs everybody has been told; not for strangers.</summary>
    public IReadOnlyList<Pair> Pairs => Role == Role.None ? [] : _gathering.Workshop.Pairs;

    /// <summary>The pairs proposed; only for those who lead or own.</summary>
    public IReadOnlyList<Pair> Proposal => Leads ? _gathering.Workshop.Proposal : [];

    /// <summary>Who is wanted together or never together; only for those who lead or own.</summary>
    public IReadOnlyList<PairWish> Wishes => Leads ? _gathering.Workshop.Wishes : [];

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

    /// <summary>The names of a pair's parties, in the order of their turns.</summary>
    public IEnumerable<Party> MembersOf(Pair pair) => pair.Members.Select(member => _gathering.Parties[member]);

    /// <summary>The notes on a pair's board, in the order they came; empty when the actor has nothing to do there.</summary>
    public IReadOnlyList<BoardNote> Board(Pair pair) => !(FollowsAll || pair.Id == OwnPair?.Id)
        ? []
        : [.. pair.Members
            .SelectMany(member => _gathering.Workshop.WorkOf(member).Notes.Where(note => !note.Deleted).Select(note => new BoardNote(new NoteRef(member, note.Id), note)))
            .OrderBy(note => note.Note.Sequence)];

    /// <summary>The notes of all parties, in the order they came, also of one that is in no pair now; only for those who follow all pairs.</summary>
    public IReadOnlyList<BoardNote> AllNotes => !FollowsAll
        ? []
        : [.. _gathering.Workshop.Work.Values
            .SelectMany(work => work.Notes.Where(note => !note.Deleted).Select(note => new BoardNote(new NoteRef(work.Party, note.Id), note)))
            .OrderBy(note => note.Note.Sequence)];

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
}

/// <summary>A note on a board, with where it is found.</summary>
/// <param name="Where">Whose it is, and which.</param>
/// <param name="Note">The note.</param>
public sealed record BoardNote(NoteRef Where, Note Note);
