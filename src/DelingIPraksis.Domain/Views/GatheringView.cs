using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What one actor may see of a gathering. This is the only way from the state to a screen or a file. No screen filters by itself, and data
/// that this class does not expose is never sent. Making a view costs nothing: each question is answered from the snapshot when it is
/// asked.
/// </summary>
/// <remarks>
/// Who sees what: a party's own writing is its own until it presents; feedback is the giver's own until it is handed over; a board is for
/// the pair. Those who lead, own or follow see what has been presented and handed over, all notes, and how far each has come, but not what
/// is still private. Points are the organiser's until the report is published. A stranger sees title and day.
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
    public GatheringFacts Facts =>
        Role == Role.None && _gathering.Facts.Meeting is not null ? _gathering.Facts with { Meeting = null } : _gathering.Facts;

    /// <summary>How the network shows itself, or null.</summary>
    public NetworkFace? Face => _gathering.Face;

    /// <summary>Whether it was made to try the product.</summary>
    public bool IsDemo => _gathering.IsDemo;

    /// <summary>Whether it is a rehearsal, in which all but those who lead are simulated.</summary>
    public bool IsRehearsal => _gathering.RehearsalOf is not null;

    /// <summary>How long it is kept, as the organiser has said.</summary>
    public Retention Retention => _gathering.Retention;

    /// <summary>
    /// The dates on which data of the gathering is erased. Strangers see them too, because they are told before they join.
    /// </summary>
    public RetentionDates RetentionDates => RetentionDates.Of(_gathering);

    /// <summary>The gathering that it rehearses, or null.</summary>
    public Id<Gathering>? RehearsalOf => _gathering.RehearsalOf;

    /// <summary>The programme; empty for a stranger.</summary>
    public IReadOnlyList<Block> Blocks => Role == Role.None ? [] : _gathering.Blocks;

    /// <summary>Who welcomed everybody; nobody for a stranger.</summary>
    public Welcome Welcome => Role == Role.None ? Welcome.None : _gathering.Welcome;

    /// <summary>Whether a party took part, as far as the gathering or its organiser tells; for those who follow all pairs.</summary>
    public bool TookPart(Party party) => FollowsAll && _gathering.TookPart(party);

    /// <summary>Whether newcomers may come with the code, at least to knock.</summary>
    public bool DoorOpen => _gathering.DoorOpen;

    /// <summary>How the door stands to newcomers.</summary>
    public DoorState Door => _gathering.Door;

    /// <summary>The actor's own knock at a guarded door, or null when it has not knocked or is already in.</summary>
    public Knock? OwnKnock { get; }

    /// <summary>Who waits at the door, in the order they came. Only for those who lead.</summary>
    public IReadOnlyList<Waiting> AtTheDoor => !Leads
        ? []
            :
            [
                .. _gathering
                    .Knocks.Where(knock => !knock.Value.Declined)
                    .Select(knock => new Waiting(knock.Key, knock.Value.Party, knock.Value.At))
                    .OrderBy(waiting => waiting.At),
            ];

    /// <summary>Who is invited. Strangers see the names too, to find their own municipality when they join.</summary>
    public IEnumerable<Party> Parties => _gathering.PartiesInOrder;

    /// <summary>How many are invited, 0 to <see cref="Limits.Many"/>.</summary>
    public int PartyCount => _gathering.Parties.Count;

    /// <summary>Those with a role here, by account; only for those who follow all pairs.</summary>
    public IReadOnlyDictionary<Id<User>, Role> Staff => FollowsAll ? _gathering.Staff : ImmutableSortedDictionary<Id<User>, Role>.Empty;

    /// <summary>Whether the actor leads or owns the gathering.</summary>
    public bool Leads => Role is Role.Facilitator or Role.Organiser or Role.Application;

    /// <summary>Whether the actor owns the gathering and its report.</summary>
    public bool Owns => Role is Role.Organiser or Role.Application;

    /// <summary>Whether the actor follows all pairs: leads, owns or observes.</summary>
    public bool FollowsAll => Leads || Role == Role.Observer;

    /// <summary>The view of one actor.</summary>
    public static GatheringView For(Gathering gathering, Actor actor) => new(gathering, actor);

    /// <summary>A party by its identity.</summary>
    public Party? Party(Id<Party> id) => _gathering.Parties.GetValueOrDefault(id);

    /// <summary>How many people have joined for a party and not been shown out.</summary>
    public int PeopleOf(Id<Party> party) => _gathering.People.Values.Count(membership => membership.Party == party && !membership.Removed);

    /// <summary>
    /// How many people have joined and not been shown out, for each party that has any: all of <see cref="PeopleOf"/> in one pass.
    /// </summary>
    public IReadOnlyDictionary<Id<Party>, int> Joined() =>
        _gathering.People.Values.Where(membership => !membership.Removed).CountBy(membership => membership.Party).ToDictionary();

    /// <summary>The people who have joined for a party; only for those who lead.</summary>
    public IEnumerable<Id<Person>> PeopleIn(Id<Party> party) => Leads
        ? _gathering.People.Where(person => person.Value.Party == party && !person.Value.Removed).Select(person => person.Key)
        : [];
}
