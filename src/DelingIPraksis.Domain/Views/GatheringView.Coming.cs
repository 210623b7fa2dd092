using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Who says that it comes, and the pairs that the parties are shown before the gathering.</summary>
public sealed partial class GatheringView
{
    /// <summary>What each party has answered to its invitation; only for those who follow all pairs.</summary>
    public IReadOnlyDictionary<Id<Party>, Rsvp> Rsvps =>
        (FollowsAll ? _gathering.Rsvps : null) ?? ImmutableSortedDictionary<Id<Party>, Rsvp>.Empty;

    /// <summary>What the own party has answered to its invitation, or null.</summary>
    public Rsvp? OwnRsvp => OwnParty is { } own ? _gathering.Rsvps?.GetValueOrDefault(own.Id) : null;

    /// <summary>The pairs that the parties are shown before the gathering; only for those who lead.</summary>
    public IReadOnlyList<Pair> Preview => Leads ? _gathering.Workshop.Preview ?? [] : [];

    /// <summary>The own party's pair of <see cref="Preview"/>, or null.</summary>
    public Pair? OwnPreview =>
        OwnParty is { } own ? _gathering.Workshop.Preview?.Find(pair => pair.Members.Contains(own.Id)) : null;

    /// <summary>What the own party has said of the partner it is shown, or null.</summary>
    public PartnerAnswer? OwnPartnerAnswer => OwnParty is { } own && OwnPreview is { } pair ? AnswerIn(pair, own.Id) : null;

    /// <summary>What a party has said of the partner it is shown, or null; only for those who lead.</summary>
    public PartnerAnswer? PartnerAnswerOf(Id<Party> party) =>
        Preview.FirstOrDefault(pair => pair.Members.Contains(party)) is { } pair ? AnswerIn(pair, party) : null;

    /// <summary>The parties that are in a pair of the list, and have said that they do not come.</summary>
    public IEnumerable<Party> NotComingIn(IEnumerable<Pair> pairs) => pairs.SelectMany(pair => pair.Members)
        .Where(member => Rsvps.TryGetValue(member, out var answer) && !answer.Comes).Select(Party).OfType<Party>();

    private PartnerAnswer? AnswerIn(Pair pair, Id<Party> party) =>
        _gathering.Workshop.PartnerAnswers?.GetValueOrDefault(party) is { } answer && answer.IsAbout(pair, party) ? answer : null;
}
