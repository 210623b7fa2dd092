using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace DelingIPraksis.Web.Shell.Preferences;

/// <summary>The three languages of the screen, their codes and the formats that go with them.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<string> Codes = ["nb", "nn", "en"];

    /// <summary>The language code of this request, for <c>lang</c> attributes.</summary>
    public static string Current => Codes.FirstOrDefault(code => code == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? "nb";

    public static void AddLanguages(this IServiceCollection services, IConfiguration configuration)
    {
        var fallback = Match(configuration["Language:Default"]) ?? "nb";
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = [.. Codes.Select(Formats)];
            options.SupportedUICultures = [.. Codes.Select(CultureInfo.GetCultureInfo)];
            options.DefaultRequestCulture = new RequestCulture(Formats(fallback), CultureInfo.GetCultureInfo(fallback));
            options.RequestCultureProviders = [new LanguageOfRequest(fallback)];
        });
    }

    /// <summary>The language of ours that matches a tag from a browser or a setting. Plain «no» is bokmål.</summary>
    public static string? Match(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "nb" or "no" => "nb",
        "nn" => "nn",
        "en" => "en",
        _ => null,
    };

    /// <summary>The culture for dates and numbers. English text in Norway also has the day before the month.</summary>
    public static CultureInfo Formats(string code) =>
        CultureInfo.GetCultureInfo(
            code switch
            {
                "nn" => "nn-NO",
                "en" => "en-GB",
                _ => "nb-NO",
            }
        );

    private sealed class LanguageOfRequest(string fallback) : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var wished = httpContext.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Match(language.Value.Value));
            var code =
                Match(httpContext.Request.Cookies[Preference.LanguageCookie])
                ?? wished.FirstOrDefault(match => match is not null)
                ?? fallback;
            return Task.FromResult<ProviderCultureResult?>(new(Formats(code).Name, code));
        }
    }
}
