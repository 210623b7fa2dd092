using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The demo's organiser, and the visitors of the demo, who have no account.</summary>
internal static class DemoAccount
{
    /// <summary>The demo's organiser. It leads only the gatherings that come with the demo.</summary>
    public const string Email = "demo@deling.example";

    public static Claim Claim => new(VisitorClaims.Service, VisitorClaims.Demo);

    /// <summary>A visitor of the demo. She has no account. Her rights are those that her own demo gatherings give this id.</summary>
    public static ClaimsPrincipal Visitor(Id<User> user, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Value.ToString()),
            Claim,
            new Claim(VisitorClaims.Service, VisitorClaims.WithoutAccount),
        ],
        scheme
    )
    );
}
