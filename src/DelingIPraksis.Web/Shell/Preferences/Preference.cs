using Microsoft.AspNetCore.Mvc;

namespace DelingIPraksis.Web.Shell.Preferences;

/// <summary>
/// Language and theme: two cookies, set by a form with a token and never by following a link.
/// The server reads both, so a page is drawn right the first time.
/// </summary>
internal static class Preference
{
    public const string LanguageCookie = "sprak";
    public const string ThemeCookie = "tema";

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Addresses.LanguageForm, (HttpContext context, [FromForm] string? value, [FromForm] string? returnUrl) =>
            Keep(context, LanguageCookie, Languages.Match(value), returnUrl));
        routes.MapPost(Addresses.ThemeForm, (HttpContext context, [FromForm] string? value, [FromForm] string? returnUrl) =>
            Keep(context, ThemeCookie, Theme.Codes.FirstOrDefault(code => code == value), returnUrl));
    }

    /// <summary>Only a path of this service: «//elsewhere» and «/\elsewhere» are other hosts in a path's clothes.</summary>
    public static string LocalPath(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Keep(
        HttpContext context,
        string cookie,
        string? value,
        string? returnUrl
    )
    {
        if (value is not null)
        {
            context.Response.Cookies.Append(cookie, value, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }
        return TypedResults.LocalRedirect($"~{LocalPath(returnUrl)}");
    }
}
