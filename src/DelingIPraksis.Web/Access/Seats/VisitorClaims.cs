using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>The claims of a principal: which account has signed in, in which session, and which seats the browser holds.</summary>
internal static class VisitorClaims
{
    /// <summary>The claim with the role of an account in the service.</summary>
    public const string Service = "service";

    public const string Administrator = "administrator";

    public const string Demo = "demo";

    public const string WithoutAccount = "without-account";

    private const string Seat = "seat";
    private const string Browser = "browser";
    private const string Session = "session";

    /// <summary>The account, or a stranger.</summary>
    public static Actor AccountOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor.Account(new Id<User>(id))
            : new Actor.Stranger();

    /// <summary>The session that the account is signed in with, or null.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>Adds a session to a principal that is about to be written to a cookie.</summary>
    public static void GiveSession(ClaimsPrincipal user, Guid session) =>
        ((ClaimsIdentity)user.Identity!).AddClaim(new(Session, session.ToString()));

    /// <summary>Whether it is a visitor or the organiser of the demo.</summary>
    public static bool IsDemo(ClaimsPrincipal user) => user.HasClaim(Service, Demo);

    /// <summary>Whether it is a visitor of the demo without an account.</summary>
    public static bool IsWithoutAccount(ClaimsPrincipal user) => user.HasClaim(Service, WithoutAccount);

    /// <summary>The people this browser has joined as.</summary>
    public static IEnumerable<Id<Person>> PeopleOf(ClaimsPrincipal user) =>
        user.FindAll(Seat).Select(claim => Id<Person>.Parse(claim.Value, null));

    /// <summary>The browser that holds the seats, or null when it holds none.</summary>
    public static Guid? BrowserOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Browser), out var id) ? id : null;

    /// <summary>
    /// The seats as an identity. It is deliberately not authenticated: a seat is no sign-in, and the tokens of open forms are bound to the
    /// authenticated identity, so a second window would lose its form when the first one joins.
    /// </summary>
    public static ClaimsIdentity IdentityOf(BrowserSeats held) =>
        new([new Claim(Browser, held.Browser.ToString()), .. held.People.Select(person => new Claim(Seat, person.ToString()))]);

    /// <summary>The same browser with no account.</summary>
    public static ClaimsPrincipal WithoutSignIn(ClaimsPrincipal user) => new([new ClaimsIdentity(), .. SeatsOf(user)]);

    /// <summary>The same visitor without one of the seats.</summary>
    public static ClaimsPrincipal WithoutSeat(ClaimsPrincipal user, Id<Person> person)
    {
        var signedIn = user.Identities.Where(identity => identity.IsAuthenticated).DefaultIfEmpty(new ClaimsIdentity());
        var left = new BrowserSeats(BrowserOf(user) ?? Guid.Empty, [.. PeopleOf(user).Where(held => held != person)]);
        return new([.. signedIn, .. left.People.Count > 0 ? [IdentityOf(left)] : Array.Empty<ClaimsIdentity>()]);
    }

    private static IEnumerable<ClaimsIdentity> SeatsOf(ClaimsPrincipal user) =>
        BrowserOf(user) is { } browser ? [IdentityOf(new(browser, [.. PeopleOf(user)]))] : [];
}
