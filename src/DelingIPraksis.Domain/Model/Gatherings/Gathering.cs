using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// One meeting of a network («samling»): the aggregate. Immutable; the fold of its log by <see cref="Rules.Decide"/>. The same log gives
/// the same gathering, byte for byte.
/// </summary>
/// <param name="Id">Its identity.</param>
public sealed record Gathering(Id<Gathering> Id)
{
    /// <summary>The place in the log of the last entry it is folded from; 0 when it does not exist yet.</summary>
    public long Sequence { get; init; }

    /// <summary>
    /// The place in the log of the last change by a leader. The console reads its history again only when this has changed.
    /// </summary>
    public long LastLed { get; init; }

    /// <summary>Title, date, host and so on.</summary>
    public GatheringFacts Facts { get; init; } = GatheringFacts.None;

    /// <summary>Whether it is a demo and no real meeting.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When it was created in this service, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How long it is kept.</summary>
    public Retention Retention { get; init; } = Retention.Usual;

    /// <summary>When the names of those who took part were removed, UTC, or null.</summary>
    public DateTimeOffset? NamesErasedAt { get; init; }

    /// <summary>How its network showed itself at the time, or null.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>The gathering that this one rehearses, or null.</summary>
    public Id<Gathering>? RehearsalOf { get; init; }

    /// <summary>Whether it has been erased.</summary>
    public bool Erased { get; init; }

    /// <summary>The blocks of the programme and the talks outside them, in order; those after the points of the group work last.</summary>
    public ImmutableList<Block> Blocks { get; init; } = [];

    /// <summary>Who welcomed everybody.</summary>
    public Welcome Welcome { get; init; } = Welcome.None;

    /// <summary>Who is invited.</summary>
    public ImmutableSortedDictionary<Id<Party>, Party> Parties { get; init; } = ImmutableSortedDictionary<Id<Party>, Party>.Empty;

    /// <summary>What the parties have answered to their invitations; null when none has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<Id<Party>, Rsvp>? Rsvps { get; init; }

    /// <summary>Who has joined, for which party.</summary>
    public ImmutableSortedDictionary<Id<Person>, Membership> People { get; init; } =
        ImmutableSortedDictionary<Id<Person>, Membership>.Empty;

    /// <summary>Who leads, owns and follows.</summary>
    public ImmutableSortedDictionary<Id<User>, Role> Staff { get; init; } = ImmutableSortedDictionary<Id<User>, Role>.Empty;

    /// <summary>Who has asked to be let in at a guarded door and waits, or has been declined.</summary>
    public ImmutableSortedDictionary<Id<Person>, Knock> Knocks { get; init; } = ImmutableSortedDictionary<Id<Person>, Knock>.Empty;

    /// <summary>Whether newcomers may come with the code.</summary>
    public bool DoorOpen { get; init; } = true;

    /// <summary>Whether newcomers are let in one by one.</summary>
    public bool DoorGuarded { get; init; }

    /// <summary>The group work.</summary>
    public Workshop Workshop { get; init; } = Workshop.None;

    /// <summary>The points of the report, in order; each section has those that stand in it.</summary>
    public ImmutableList<Point> Points { get; init; } = [];

    /// <summary>The sections of the organiser's own, in order; they come after those that are always there.</summary>
    public ImmutableList<Section> Sections { get; init; } = [];

    /// <summary>The groups of notes, in the order they were made; a note stands in one at most.</summary>
    public ImmutableList<NoteGroup> Groups { get; init; } = [];

    /// <summary>The notes that are left out of the report on purpose.</summary>
    public ImmutableList<NoteRef> LeftOut { get; init; } = [];

    /// <summary>The running texts of the report.</summary>
    public ImmutableSortedDictionary<ReportText, PlainText> ReportTexts { get; init; } =
        ImmutableSortedDictionary<ReportText, PlainText>.Empty;

    /// <summary>What is to be in the report.</summary>
    public ReportChoices ReportChoices { get; init; } = ReportChoices.Usual;

    /// <summary>The consent round, with the answers; null before the parties are asked.</summary>
    public ConsentRound? Consent { get; init; }

    /// <summary>The publication of the report, or null.</summary>
    public Publication? Publication { get; init; }

    /// <summary>How the door stands to newcomers.</summary>
    public DoorState Door => !DoorOpen ? DoorState.Closed : DoorGuarded ? DoorState.Guarded : DoorState.Open;

    /// <summary>Whether it has been made, and not erased.</summary>
    public bool Exists => Sequence > 0 && !Erased;

    /// <summary>Those invited, in the order they were invited.</summary>
    public IEnumerable<Party> PartiesInOrder => Parties.Values.OrderBy(party => party.Order);

    /// <summary>
    /// Whether a party took part. The organiser's word counts. Otherwise, where people have joined, a party took part when somebody joined
    /// for it, it was in a pair or it wrote something; KS and researchers are in no pair, and took part when they were invited. Where
    /// nobody has joined (a gathering from before this tool), everybody in the list took part.
    /// </summary>
    public bool TookPart(Party party) =>
        party.TookPart
        ?? (
            People.IsEmpty
            || party.Kind is PartyKind.Association or PartyKind.Research
            || Workshop.PairOf(party.Id) is not null
            || Workshop.WorkOf(party.Id).HasWritten
            || People.Values.Any(membership => membership.Party == party.Id && (!membership.Removed || membership.WasHere))
        );

    /// <summary>What an actor is here.</summary>
    public Role RoleOf(Actor actor) => actor switch
    {
        _ when Erased => Role.None,
        Actor.Application => Role.Application,
        Actor.Account account => Staff.GetValueOrDefault(account.User, Role.None),
        Actor.Participant participant => PartyOf(participant) is null ? Role.None : Role.Participant,
        _ => Role.None,
    };

    /// <summary>The party an actor takes part for, or null when it does not, or has been shown out.</summary>
    public Id<Party>? PartyOf(Actor actor) =>
        actor is Actor.Participant participant && People.TryGetValue(participant.Person, out var membership) && !membership.Removed
            ? membership.Party
            : null;
}
