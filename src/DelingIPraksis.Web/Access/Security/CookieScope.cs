using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>The scope of the cookies: the service's folder on the host, and the frames on other sites that are allowed.</summary>
internal static class CookieScope
{
    private const string Partitioned = nameof(Partitioned);

    public static void UseCookieScope(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<IOptions<AccessOptions>>();
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            MinimumSameSitePolicy = SameSiteMode.Unspecified,
            OnAppendCookie = cookie => Set(cookie.Context, cookie.CookieOptions, access.Value),
            OnDeleteCookie = cookie => Set(cookie.Context, cookie.CookieOptions, access.Value),
        });
    }

    private static void Set(HttpContext context, CookieOptions cookie, AccessOptions access)
    {
        if (context.Request.PathBase is { HasValue: true } folder) cookie.Path = folder.ToUriComponent();
        if (access.FrameAncestors.Length == 0 || !context.Request.IsHttps) return;
        // In a frame on another site a browser sends no other kind of cookie. Partitioned: a separate set of cookies for each site with the
        // frame, so that browsers that block third-party cookies keep these. FormGuard and OriginGuard prevent foreign pages from using
        // them.
        (cookie.SameSite, cookie.Secure) = (SameSiteMode.None, true);
        if (!cookie.Extensions.Contains(Partitioned)) cookie.Extensions.Add(Partitioned);
    }
}
