using Microsoft.AspNetCore.Authentication.Cookies;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>
/// Cookies with the prefix <c>__Host-</c> on secure connections: a host of the same domain can then neither set nor replace them. Such a
/// cookie applies to the whole host. So a service in a folder of a host uses <c>__Secure-</c> and its folder instead.
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
