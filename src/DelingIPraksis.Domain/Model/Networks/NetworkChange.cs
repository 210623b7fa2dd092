using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Networks;

/// <summary>
/// Everything that can be done to a network: a closed list of verbs, one record each. A record says in its own declaration what it is
/// called in the log (<see cref="LogNameAttribute"/>), who may ask for it, and why it cannot be undone, if it cannot
/// (<see cref="NotUndoableAttribute"/>). The rule is in <see cref="NetworkRules"/>, and what undoes it in <see cref="NetworkUndo"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
public abstract record NetworkChange
{
    private NetworkChange()
    {
    }

    /// <summary>A network is created. The account that creates it owns it.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Ingress">Who it is and what it is for.</param>
    /// <param name="IsDemo">Whether it is the demo's.</param>
    /// <param name="Gatherings">The gatherings that belong to it from the beginning.</param>
    /// <param name="Owners">Who owns it, when the application creates it or it is divided from another; else empty.</param>
    /// <param name="Members">The members it begins with.</param>
    [LogName("network-created")]
    [NotUndoable("A network that nobody wants is erased.")]
    public sealed record Created(
        PlainText Name,
        PlainText Ingress,
        bool IsDemo,
        ImmutableList<Id<Gathering>> Gatherings,
        ImmutableList<Id<User>> Owners,
        ImmutableList<NetworkMember> Members) : NetworkChange, INetworkByAnyAccount;

    /// <summary>The network gets another name. The gatherings that have been keep theirs.</summary>
    /// <param name="Name">The name from now on.</param>
    /// <param name="Read">The name that was read before, so that nobody overwrites another; null when it does not matter.</param>
    [LogName("network-renamed")]
    public sealed record Renamed(PlainText Name, PlainText? Read = null) : NetworkChange, INetworkByOwner;

    /// <summary>The ingress is written.</summary>
    /// <param name="Ingress">The ingress from now on.</param>
    /// <param name="Read">The ingress that was read before; null when it does not matter.</param>
    [LogName("network-introduced")]
    public sealed record Introduced(PlainText Ingress, PlainText? Read = null) : NetworkChange, INetworkByHelper;

    /// <summary>It is set whom to ask.</summary>
    /// <param name="Contact">The contact from now on.</param>
    /// <param name="Read">The contact that was read before; null when it does not matter.</param>
    [LogName("network-contact-set")]
    public sealed record ContactSet(NetworkContact Contact, NetworkContact? Read = null) : NetworkChange, INetworkByHelper;

    /// <summary>The network gets an address of its own choice. Null gives back the one that was made.</summary>
    [LogName("network-address-set")]
    public sealed record AddressSet(string? Slug) : NetworkChange, INetworkByOwner;

    /// <summary>Members are added together, such as a pasted list. One that cannot be added refuses them all.</summary>
    [LogName("network-members-added")]
    public sealed record MembersAdded(ImmutableList<NetworkMember> Members) : NetworkChange, INetworkByHelper;

    /// <summary>The facts of a member are changed, such as its period.</summary>
    /// <param name="Member">The member from now on.</param>
    /// <param name="Read">The member that was read before; null when it does not matter.</param>
    [LogName("network-member-changed")]
    public sealed record MemberChanged(NetworkMember Member, NetworkMember? Read = null) : NetworkChange, INetworkByHelper;

    /// <summary>A member has left; a null day takes that back.</summary>
    /// <param name="Member">Which.</param>
    /// <param name="Until">The last day.</param>
    [LogName("network-member-ended")]
    public sealed record MemberEnded(Id<NetworkMember> Member, DateOnly? Until) : NetworkChange, INetworkByHelper;

    /// <summary>Members that were never members are taken out.</summary>
    [LogName("network-members-removed")]
    public sealed record MembersRemoved(ImmutableList<Id<NetworkMember>> Members) : NetworkChange, INetworkByHelper;

    /// <summary>An account is made owner, helper or observer, or (None) is no longer any of them.</summary>
    [LogName("network-person-appointed")]
    public sealed record PersonAppointed(Id<User> User, NetworkRole Role) : NetworkChange, INetworkByOwner;

    /// <summary>A gathering comes to the network. It leaves the network where it was, in the same transaction.</summary>
    /// <param name="Gathering">Which gathering.</param>
    /// <param name="From">Where it was. The storage writes it, whatever the caller says.</param>
    [LogName("network-gathering-added")]
    public sealed record GatheringAdded(Id<Gathering> Gathering, Id<Network>? From = null) : NetworkChange, INetworkByHelper;

    /// <summary>A gathering leaves the network.</summary>
    /// <param name="Gathering">Which gathering.</param>
    /// <param name="To">Where it goes, when this undoes that it came from there; else null.</param>
    /// <param name="CalledOff">
    /// The day it was to be held, when it was erased before that: those who follow the calendar are told. Nothing else of it is kept.
    /// </param>
    [LogName("network-gathering-removed")]
    public sealed record GatheringRemoved(Id<Gathering> Gathering, Id<Network>? To = null, DateOnly? CalledOff = null)
        : NetworkChange, INetworkByHelper;

    /// <summary>
    /// Another network is joined to this one. The storage writes what comes of it, whatever the caller says, and writes
    /// <see cref="JoinedAway"/> in the other's log in the same transaction.
    /// </summary>
    /// <param name="Other">The other network.</param>
    /// <param name="Gatherings">Its gatherings.</param>
    /// <param name="Members">Its members.</param>
    /// <param name="People">Its people.</param>
    [LogName("networks-joined")]
    public sealed record NetworksJoined(
        Id<Network> Other,
        ImmutableList<Id<Gathering>> Gatherings,
        ImmutableList<NetworkMember> Members,
        ImmutableSortedDictionary<Id<User>, NetworkPerson> People) : NetworkChange, INetworkByOwner;

    /// <summary>This network is joined to another, and has nothing of its own until it is parted.</summary>
    [LogName("network-joined-away")]
    [NotUndoable("It is undone in the network that it was joined to.")]
    public sealed record JoinedAway(Id<Network> To) : NetworkChange, INetworkByOwner;

    /// <summary>A network that was joined to this one is parted from it again, with what came of it and is still here.</summary>
    [LogName("networks-parted")]
    public sealed record NetworksParted(Id<Network> Other) : NetworkChange, INetworkByOwner;

    /// <summary>This network stands alone again.</summary>
    /// <param name="Gatherings">The gatherings that come back.</param>
    [LogName("network-restored")]
    [NotUndoable("It is undone in the network that it was parted from.")]
    public sealed record Restored(ImmutableList<Id<Gathering>> Gatherings) : NetworkChange, INetworkByApplication;

    /// <summary>Some gatherings become a network of their own, with the same members and owners.</summary>
    /// <param name="Into">The id of the new network.</param>
    /// <param name="Name">What the new one is called.</param>
    /// <param name="Gatherings">The gatherings that leave.</param>
    [LogName("network-divided")]
    public sealed record Divided(Id<Network> Into, PlainText Name, ImmutableList<Id<Gathering>> Gatherings)
        : NetworkChange, INetworkByOwner;

    /// <summary>The network is handed over. Who had it becomes a helper.</summary>
    /// <param name="From">Who hands it over: the one who asks, also when the receiver uses a link.</param>
    /// <param name="To">Who receives it.</param>
    [LogName("network-handed-over")]
    public sealed record HandedOver(Id<User> From, Id<User> To) : NetworkChange, INetworkByOwner;

    /// <summary>A handover is taken back, by the one who handed over, before the receiver has done anything; or by the receiver.</summary>
    [LogName("network-taken-back")]
    [NotUndoable("It is handed over again.")]
    public sealed record TakenBack : NetworkChange, INetworkByHelper;

    /// <summary>How the network shows itself. Null gives back the look of the product.</summary>
    [LogName("network-face-set")]
    public sealed record FaceSet(NetworkFace? Face) : NetworkChange, INetworkByOwner
    {
        /// <summary>
        /// The face that was on the screen of the one who asks, or null when nobody looked. The storage sets it together with what others
        /// have changed meanwhile (<see cref="NetworkFace.Merge"/>). It is not kept in the log.
        /// </summary>
        [JsonIgnore]
        public NetworkFace? Seen { get; init; }
    }

    /// <summary>It is set what anybody may see.</summary>
    [LogName("network-opened")]
    public sealed record Opened(PublicParts Public) : NetworkChange, INetworkByOwner;

    /// <summary>The network is erased. Its gatherings stay, and belong to none.</summary>
    [LogName("network-erased")]
    [NotUndoable("Nothing of it is kept.")]
    public sealed record NetworkErased : NetworkChange, INetworkByOwner;
}

/// <summary>The change is asked for by those who own the network.</summary>
public interface INetworkByOwner;

/// <summary>The change is asked for by those who own the network or help.</summary>
public interface INetworkByHelper;

/// <summary>The change begins a network: nobody has a role in it yet.</summary>
public interface INetworkByAnyAccount;

/// <summary>The change is asked for by the application alone.</summary>
public interface INetworkByApplication;

/// <summary>A change in the log of a network.</summary>
/// <param name="Sequence">Its place in the log, from 1, without gaps.</param>
/// <param name="ChangeId">Made by the caller. The same id twice is the same change.</param>
/// <param name="At">When it was accepted, UTC.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Change">What was asked.</param>
public sealed record NetworkEntry(long Sequence, Guid ChangeId, DateTimeOffset At, Actor Actor, NetworkChange Change);
