using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Networks;

/// <summary>
/// Undoes a change of a network by new changes in the opposite direction. Entries are never removed from the log, and what others have
/// written since then stays. The ids are those of <see cref="Undo.IdOf"/>, so the log itself shows what has been undone.
/// </summary>
public static class NetworkUndo
{
    /// <summary>The changes that undo an entry, in the order in which they are asked for; none when it cannot be undone any more.</summary>
    /// <param name="before">The network as it was before the entry.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="now">The network as it is when the entry is undone.</param>
    public static ImmutableList<NetworkChange> Of(Network before, NetworkEntry entry, Network now) => entry.Change switch
    {
        Renamed c when now.Name == c.Name.OnOneLine => [new Renamed(before.Name, now.Name)],
        Introduced c when now.Ingress == c.Ingress => [new Introduced(before.Ingress, now.Ingress)],
        ContactSet c when now.Contact == c.Contact => [new ContactSet(before.Contact, now.Contact)],
        AddressSet => [new AddressSet(before.Slug)],
        MembersAdded c when c.Members.FindAll(member => now.Members.ContainsKey(member.Id)) is { IsEmpty: false } there =>
            [new MembersRemoved(there.ConvertAll(member => member.Id))],
        MemberChanged c when MemberBack(before, c.Member.Id, now) is { } back => [back],
        MemberEnded c when MemberBack(before, c.Member, now) is { } back => [back],
        MembersRemoved c when c.Members.FindAll(member => !now.Members.ContainsKey(member)) is { IsEmpty: false } gone =>
            [new MembersAdded(gone.ConvertAll(member => before.Members[member]))],
        PersonAppointed c => [new PersonAppointed(c.User, before.People.GetValueOrDefault(c.User)?.Role ?? NetworkRole.None)],
        GatheringAdded c when now.Gatherings.Contains(c.Gathering) => [new GatheringRemoved(c.Gathering, c.From)],
        GatheringRemoved c when !now.Gatherings.Contains(c.Gathering) => [new GatheringAdded(c.Gathering)],
        NetworksJoined c when now.Joined.Exists(joined => joined.Other == c.Other) => [new NetworksParted(c.Other)],
        NetworksParted c => [Joining(c.Other)],
        Divided c => [Joining(c.Into)],
        HandedOver when now.Handover is not null => [new TakenBack()],
        FaceSet c when NetworkFace.Merge(c.Face, before.Face, now.Face) is { } face =>
            [new FaceSet(face == NetworkFace.None ? null : face)],
        Opened => [new Opened(before.Public)],
        _ => [],
    };

    /// <summary>The change that joins another network to this one. The storage writes what comes of it.</summary>
    public static NetworksJoined Joining(Id<Network> other) =>
        new(other, [], [], ImmutableSortedDictionary<Id<User>, NetworkPerson>.Empty);

    private static MemberChanged? MemberBack(Network before, Id<NetworkMember> id, Network now) =>
        before.Members.TryGetValue(id, out var was) && now.Members.TryGetValue(id, out var there) ? new MemberChanged(was, there) : null;
}
