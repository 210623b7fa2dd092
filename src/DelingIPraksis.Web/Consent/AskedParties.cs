using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Consent;

/// <summary>A party that answers about its quotes, by its seat or by its link.</summary>
/// <param name="View">The gathering as the party may see it.</param>
/// <param name="Party">The party.</param>
/// <param name="Actor">The actor of the answer: the person in the seat, or the application for the holder of the link.</param>
internal sealed record AskedParty(GatheringView View, Party Party, Actor Actor)
{
    public ImmutableList<Quote> Quotes { get; } = View.OwnQuotes;

    public ImmutableList<Point> PointsWith(Quote quote) => quote.Ref.Kind == QuoteKind.Note ? View.PointsWith(quote) : [];

    public Change.ConsentGiven Answer(ImmutableList<QuoteAnswer> answers) => new(answers, Actor is Actor.Application ? Party.Id : null);
}

/// <summary>Finds the party that answers.</summary>
internal sealed class AskedParties(IRooms rooms, IVisitor visitor, IPartyLinks links)
{
    /// <summary>The party of a seat, when this browser holds it.</summary>
    public async Task<AskedParty?> OfSeatAsync(Id<Person> person) => await visitor.FindSeatAsync(person) is { } seat
        ? Of(GatheringView.For(await rooms.ReadAsync(seat.Gathering), seat.Actor), seat.Actor)
        : null;

    /// <summary>The party of a link from a letter.</summary>
    public async Task<AskedParty?> OfLinkAsync(string? token) => await links.FindAsync(token) is { } link
        ? Of(GatheringView.ForParty(await rooms.ReadAsync(link.Gathering), link.Party), new Actor.Application())
        : null;

    private static AskedParty? Of(GatheringView view, Actor actor) => view.OwnParty is { } party ? new(view, party, actor) : null;
}
