using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Connects the sign-in cookie to its <see cref="AccountSession"/>: created at sign-in, checked at each request, ended at sign-out.
/// </summary>
internal static class SessionCookie
{
    public static async Task BeginAsync(CookieSigningInContext context)
    {
        var user = context.Principal!;
        // A renewed cookie keeps its session.
        if (VisitorClaims.SessionOf(user) is not null || VisitorClaims.AccountOf(user) is not Actor.Account account) return;
        VisitorClaims.GiveSession(user, await SessionsOf(context.HttpContext).BeginAsync(
            account.User,
            BrowserName.Of(context.Request.Headers.UserAgent)
        ));
    }

    public static async Task LookAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user || !await SessionsOf(context.HttpContext).IsOpenAsync(user))
        {
            context.RejectPrincipal();
            return;
        }

        // A room sees the actor and not the cookie's claims. So the rate limit is set here, before any change can be asked for.
        if (VisitorClaims.IsDemo(user) && VisitorClaims.AccountOf(user) is Actor.Account visitor)
            context.HttpContext.RequestServices.GetRequiredService<ChangeRateLimiter>().Slow(visitor.User);
        // A visitor of the demo has no account, and so no security stamp.
        if (!VisitorClaims.IsWithoutAccount(user)) await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    public static async Task EndAsync(CookieSigningOutContext context)
    {
        if (VisitorClaims.SessionOf(context.HttpContext.User) is { } session) await SessionsOf(context.HttpContext).EndAsync(session);
    }

    /// <summary>The framework recreates the principal at intervals. The claims that are only in the cookie are copied.</summary>
    public static Task KeepSessionAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal is { } before && context.NewPrincipal is { } after && VisitorClaims.SessionOf(before) is { } session)
            VisitorClaims.GiveSession(after, session);
        return Task.CompletedTask;
    }

    private static Sessions SessionsOf(HttpContext context) => context.RequestServices.GetRequiredService<Sessions>();
}
