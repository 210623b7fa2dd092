using Microsoft.AspNetCore.Authentication.Cookies;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>Cookies with the prefix <c>__Host-</c> when the connection is secure: a sibling host can then neither set nor replace them.</summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);
}
