using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>What a principal says of who is asking: which account has signed in, and which seats this browser holds.</summary>
internal static class VisitorClaims
{
    private const string Seat = "seat";

    /// <summary>The account, or a stranger.</summary>
    public static Actor AccountOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor.Account(new Id<User>(id))
            : new Actor.Stranger();

    /// <summary>The people this browser has joined as.</summary>
    public static IEnumerable<Id<Person>> PeopleOf(ClaimsPrincipal user) =>
        user.FindAll(Seat).Select(claim => Id<Person>.Parse(claim.Value, null));

    /// <summary>
    /// The seats as an identity. It is deliberately not an authenticated one: a seat is no sign-in, and the tokens of open forms are bound to
    /// the authenticated identity, so a second window would lose its form when the first one joins.
    /// </summary>
    public static ClaimsIdentity IdentityOf(IEnumerable<Id<Person>> people) => new(people.Select(person => new Claim(Seat, person.ToString())));
}
