using Microsoft.AspNetCore.Mvc;

namespace DelingIPraksis.Web.Shell.Preferences;

/// <summary>
/// Language and theme, in two cookies. A form with a token sets them; a link never does. The server reads both, so the first rendering is
/// right.
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

    /// <summary>Accepts only a path of this service. «//elsewhere» and «/\elsewhere» look like paths, but lead to other hosts.</summary>
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
