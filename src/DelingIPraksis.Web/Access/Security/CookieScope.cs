using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Where the cookies hold: in the service's own folder of the host, and in those frames on other sites that are allowed.</summary>
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
        // In a frame on another site a browser sends no other cookie. Partitioned: one set of cookies for each site that shows the frame,
        // so that
        // browsers which keep no others' cookies keep these. That no foreign page can use them is seen to by FormGuard and OriginGuard.
        (cookie.SameSite, cookie.Secure) = (SameSiteMode.None, true);
        if (!cookie.Extensions.Contains(Partitioned)) cookie.Extensions.Add(Partitioned);
    }
}
