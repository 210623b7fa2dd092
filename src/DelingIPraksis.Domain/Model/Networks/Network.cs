using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Networks;

/// <summary>
/// Municipalities and others that meet again and again («nettverk»): the aggregate. Immutable; the fold of its log by
/// <see cref="NetworkRules.Decide"/>. The same log gives the same network.
/// </summary>
/// <param name="Id">Its identity.</param>
public sealed record Network(Id<Network> Id)
{
    /// <summary>The place in the log of the last entry it is folded from; 0 when it does not exist yet.</summary>
    public long Sequence { get; init; }

    /// <summary>What it is called now. Each gathering keeps the name of its day.</summary>
    public PlainText Name { get; init; }

    /// <summary>Who the network is and what it is for, in a few sentences.</summary>
    public PlainText Ingress { get; init; }

    /// <summary>Whom to ask about it.</summary>
    public NetworkContact Contact { get; init; } = NetworkContact.None;

    /// <summary>The address that its owner has chosen, or null: then the storage makes one that nobody can guess.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether it is the demo's. A demo shares nothing with what is real.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When it was created in this service, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The members, also those that have left.</summary>
    public ImmutableSortedDictionary<Id<NetworkMember>, NetworkMember> Members { get; init; } =
        ImmutableSortedDictionary<Id<NetworkMember>, NetworkMember>.Empty;

    /// <summary>The accounts that own it, help or observe.</summary>
    public ImmutableSortedDictionary<Id<User>, NetworkPerson> People { get; init; } =
        ImmutableSortedDictionary<Id<User>, NetworkPerson>.Empty;

    /// <summary>The gatherings that belong to it.</summary>
    public ImmutableSortedSet<Id<Gathering>> Gatherings { get; init; } = [];

    /// <summary>
    /// The gatherings that its people have taken out. They may take one back while it belongs to no other network. One that its organiser
    /// has moved to another network is not among them.
    /// </summary>
    public ImmutableSortedSet<Id<Gathering>> Released { get; init; } = [];

    /// <summary>The networks that have been joined to this one, with what came of each.</summary>
    public ImmutableList<JoinedNetwork> Joined { get; init; } = [];

    /// <summary>The network that this one has been joined to, or null. It is then empty, and changes no more until it is parted.</summary>
    public Id<Network>? JoinedTo { get; init; }

    /// <summary>The last handover, while it can be taken back; null before, and when the receiver has begun.</summary>
    public Handover? Handover { get; init; }

    /// <summary>The name, colours and logo on screens and in files, or null for those of the product.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>What anybody may see.</summary>
    public PublicParts Public { get; init; } = PublicParts.Usual;

    /// <summary>Whether it has been erased.</summary>
    public bool Erased { get; init; }

    /// <summary>Whether it has been made, and not erased.</summary>
    public bool Exists => Sequence > 0 && !Erased;

    /// <summary>What an actor is in the network.</summary>
    public NetworkRole RoleOf(Actor actor) => actor switch
    {
        _ when Erased => NetworkRole.None,
        Actor.Application => NetworkRole.Application,
        Actor.Account account when People.TryGetValue(account.User, out var person) => person.Role,
        _ => NetworkRole.None,
    };

    /// <summary>Those who are members on a day, in the order of their names.</summary>
    public IEnumerable<NetworkMember> MembersOn(DateOnly day) =>
        Members.Values.Where(member => member.IsThereOn(day)).OrderBy(member => member.Name);
}

/// <summary>What somebody with an account is in a network. The higher includes the lower.</summary>
public enum NetworkRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Sees all of the network and changes nothing («observatør»).</summary>
    Observer,

    /// <summary>Keeps the members and the gatherings («medhjelper»).</summary>
    Helper,

    /// <summary>Owns the network («eier»).</summary>
    Owner,

    /// <summary>The application itself.</summary>
    Application,
}

/// <summary>Somebody with an account in a network.</summary>
/// <param name="Role">As what.</param>
/// <param name="Accepted">
/// Whether the person took the role: created the network, used a link, or has acted in it. An owner may appoint an account without its
/// consent, so a gathering that this person makes comes into the network by its name only when this is true.
/// </param>
public sealed record NetworkPerson(NetworkRole Role, bool Accepted);

/// <summary>A member of a network, in a period.</summary>
/// <param name="Id">Its identity in the network.</param>
/// <param name="Name">The name shown, such as «Stad».</param>
/// <param name="RegisterNumber">The number in the official register (four digits a municipality, two a county), or null.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="County">The county («fylke») it belongs to, or null.</param>
/// <param name="From">The first day, or null when nobody has said.</param>
/// <param name="Until">The last day, or null while it is a member.</param>
public sealed record NetworkMember(
    Id<NetworkMember> Id,
    PlainText Name,
    string? RegisterNumber,
    PartyKind Kind,
    string? County = null,
    DateOnly? From = null,
    DateOnly? Until = null)
{
    /// <summary>
    /// Those of the other members that it came after in a reform: 30 (Viken) for Akershus. Each by its register number, or by its name in
    /// the form of <see cref="Party.Fold"/> when it has none. The caller reads them from the register. With them the rules see that two
    /// names are one member.
    /// </summary>
    public ImmutableList<string> CameAfter { get; init; } = [];

    /// <summary>Whether it is a member on a day.</summary>
    public bool IsThereOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>Whether the two periods have a day in common.</summary>
    public bool IsBeside(NetworkMember other) =>
        (From is null || other.Until is null || From <= other.Until) && (other.From is null || Until is null || other.From <= Until);

    /// <summary>Whether the two are one organisation by number or name. Two with the same name and other numbers are two: Herøy.</summary>
    public bool IsSameAs(NetworkMember other) => RegisterNumber is not null && other.RegisterNumber is not null
        ? RegisterNumber == other.RegisterNumber
        : Party.Fold(Name) == Party.Fold(other.Name) && (Kind == other.Kind || RegisterNumber is null || other.RegisterNumber is null);

    /// <summary>Whether the one came after the other in a reform.</summary>
    public bool IsSuccessionOf(NetworkMember other) => CameAfter.Contains(other.Key) || other.CameAfter.Contains(Key);

    /// <summary>What another member has in <see cref="CameAfter"/> when it came after this one.</summary>
    [JsonIgnore]
    public string Key => RegisterNumber ?? Party.Fold(Name);
}

/// <summary>Whom to ask about a network. Written by its people, for everybody when the part is public.</summary>
/// <param name="Name">A name or an office.</param>
/// <param name="Email">An e-mail address, or empty.</param>
/// <param name="Phone">A telephone number, or empty.</param>
public sealed record NetworkContact(PlainText Name, PlainText Email, PlainText Phone)
{
    /// <summary>Nobody yet.</summary>
    public static readonly NetworkContact None = new("", "", "");
}

/// <summary>A network that has been joined to another, with what came of it, so that it can be parted again.</summary>
/// <param name="Other">Which.</param>
/// <param name="Gatherings">The gatherings that came.</param>
/// <param name="Members">The members that came. Those that were there already did not.</param>
/// <param name="People">The people that came.</param>
public sealed record JoinedNetwork(
    Id<Network> Other,
    ImmutableSortedSet<Id<Gathering>> Gatherings,
    ImmutableSortedSet<Id<NetworkMember>> Members,
    ImmutableSortedSet<Id<User>> People);

/// <summary>A handover of a network to another owner.</summary>
/// <param name="From">Who handed it over.</param>
/// <param name="To">Who received it.</param>
/// <param name="Before">What the receiver was before; null when nothing.</param>
public sealed record Handover(Id<User> From, Id<User> To, NetworkPerson? Before);

/// <summary>
/// What anybody may see of a network. Its name and ingress are seen with any of it. A network of which nothing is public does not exist for
/// strangers.
/// </summary>
/// <param name="Reports">The published reports. A network that has none is not public by this.</param>
/// <param name="Gatherings">The next gathering, and the calendar.</param>
/// <param name="Members">Who is a member.</param>
/// <param name="Contact">Whom to ask.</param>
public sealed record PublicParts(bool Reports, bool Gatherings, bool Members, bool Contact)
{
    /// <summary>
    /// What became of the promises, in figures. By itself it makes no network public, and it is shown only when several parties made them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Promises { get; init; }

    /// <summary>The published reports and nothing else: they name the network already.</summary>
    public static readonly PublicParts Usual = new(Reports: true, Gatherings: false, Members: false, Contact: false);

    /// <summary>Whether the network is there for strangers.</summary>
    /// <param name="hasReports">Whether a report of one of its gatherings is published.</param>
    public bool IsOpen(bool hasReports) => Gatherings || Members || Contact || (Reports && hasReports);
}
