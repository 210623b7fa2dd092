using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Networks;

/// <summary>
/// What one actor may see of a network. Pages and files get nothing else. Who leads a gathering of the network and has no role in the
/// network sees what anybody sees; its history reaches her through her gathering.
/// </summary>
public sealed class NetworkView
{
    private readonly Network _network;
    private readonly bool _isOpen;

    private NetworkView(Network network, NetworkRole role, bool isOpen) => (_network, Role, _isOpen) = (network, role, isOpen);

    /// <summary>Which.</summary>
    public Id<Network> Id => _network.Id;

    /// <summary>What the actor is in the network.</summary>
    public NetworkRole Role { get; }

    /// <summary>Whether there is anything to see. What the actor may not see does not exist.</summary>
    public bool Exists => _network.Exists && (Sees || (_isOpen && _network.JoinedTo is null));

    /// <summary>Whether the actor sees all of it.</summary>
    public bool Sees => Role >= NetworkRole.Observer;

    /// <summary>Whether the actor keeps members and gatherings.</summary>
    public bool Helps => Role >= NetworkRole.Helper;

    /// <summary>Whether the actor owns it.</summary>
    public bool Owns => Role >= NetworkRole.Owner;

    /// <summary>The place in the log that this shows.</summary>
    public long Sequence => Sees ? _network.Sequence : 0;

    /// <summary>What it is called; empty when it does not exist for the actor.</summary>
    public PlainText Name => Exists ? _network.Name : default;

    /// <summary>Who it is and what it is for.</summary>
    public PlainText Ingress => Exists ? _network.Ingress : default;

    /// <summary>The address that its owner has chosen, or null.</summary>
    public string? Slug => Exists ? _network.Slug : null;

    /// <summary>Whether it is the demo's.</summary>
    public bool IsDemo => Exists && _network.IsDemo;

    /// <summary>How it shows itself, or null for the look of the product.</summary>
    public NetworkFace? Face => Exists ? _network.Face : null;

    /// <summary>What anybody may see.</summary>
    public PublicParts Public => Exists ? _network.Public : PublicParts.Usual;

    /// <summary>Whom to ask; nobody when that is not for the actor.</summary>
    public NetworkContact Contact => Exists && (Sees || _network.Public.Contact) ? _network.Contact : NetworkContact.None;

    /// <summary>All members that there have been, for its people; for others those that are public.</summary>
    public IEnumerable<NetworkMember> Members =>
        Exists && (Sees || _network.Public.Members) ? _network.Members.Values.OrderBy(member => member.Name) : [];

    /// <summary>The people, for themselves alone.</summary>
    public ImmutableSortedDictionary<Id<User>, NetworkPerson> People =>
        Sees ? _network.People : ImmutableSortedDictionary<Id<User>, NetworkPerson>.Empty;

    /// <summary>All gatherings, for its people. Others see those that are published, by the lists of reports.</summary>
    public ImmutableSortedSet<Id<Gathering>> Gatherings => Sees ? _network.Gatherings : [];

    /// <summary>
    /// What became of the promises, as far as the actor may see it: its people see all figures, and others when the network has chosen so
    /// and there are enough parties for nobody to be seen in them. Null when it is not for the actor.
    /// </summary>
    /// <param name="tally">The figures of the whole network.</param>
    public PromiseTally? PromisesOf(PromiseTally tally) =>
        tally.Promised > 0 && (Sees || (Exists && _network.Public.Promises && tally.Parties >= PromiseTally.FewestParties)) ? tally : null;

    /// <summary>The networks that have been joined to this one.</summary>
    public ImmutableList<JoinedNetwork> Joined => Sees ? _network.Joined : [];

    /// <summary>The network that this one has been joined to, for its people.</summary>
    public Id<Network>? JoinedTo => Sees ? _network.JoinedTo : null;

    /// <summary>The last handover, while it can be taken back.</summary>
    public Handover? Handover => Sees ? _network.Handover : null;

    /// <summary>What an actor may see.</summary>
    /// <param name="network">The network.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="hasReports">Whether a report of one of its gatherings is published.</param>
    public static NetworkView For(Network network, Actor actor, bool hasReports) =>
        new(network, network.RoleOf(actor), network.Public.IsOpen(hasReports));
}
