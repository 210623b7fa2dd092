using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>What a party says of the partner it has been shown before the gathering.</summary>
/// <param name="Partners">The partner or the two partners that it answered about.</param>
/// <param name="Accepts">True: the party accepts. False: it asks for another.</param>
/// <param name="Reason">Why it asks for another; only those who lead read it.</param>
public sealed record PartnerAnswer(ImmutableList<Id<Party>> Partners, bool Accepts, PlainText Reason)
{
    /// <summary>Whether the answer is about the partners of a party in this pair, in any order.</summary>
    public bool IsAbout(Pair pair, Id<Party> party) => Partners.ToHashSet().SetEquals(pair.Members.Remove(party));
}
