using Microsoft.AspNetCore.Authentication.Cookies;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>
/// Cookies with the prefix <c>__Host-</c> when the connection is secure: a sibling host can then neither set nor replace them. Such a
/// cookie holds for
/// the whole host, so a service in a folder of a host has <c>__Secure-</c> and its folder instead.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string Name(HttpContext context, string key) => (context.Request.IsHttps, context.Request.PathBase.HasValue) switch
    {
        (true, false) => $"__Host-{key}",
        (true, true) => $"__Secure-{key}",
        _ => key,
    };

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);
}
