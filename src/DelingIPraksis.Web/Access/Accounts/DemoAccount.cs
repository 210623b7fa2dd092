using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The demo's own organiser, and those who try the demo without an account.</summary>
internal static class DemoAccount
{
    /// <summary>The demo's own organiser, who leads nothing but the gatherings that the demo is delivered with.</summary>
    public const string Email = "demo@deling.example";

    /// <summary>The claim that an account is the demo's.</summary>
    public static Claim Claim => new(VisitorClaims.Service, VisitorClaims.Demo);

    /// <summary>
    /// Somebody who tries the demo. She has no account: her rights are those that her own demo gatherings give this identity.
    /// </summary>
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
