using DelingIPraksis.Web.Shell.Preferences;

namespace DelingIPraksis.Web.Shell.Pages;

/// <summary>Every cookie of the service. All are necessary. A new cookie needs a line here, and its texts in PrivacyTexts.</summary>
internal static class PrivacyCookies
{
    /// <summary>The antiforgery cookie.</summary>
    public const string Form = "skjema";

    public sealed record Cookie(string Name, string Key);

    public static readonly IReadOnlyList<Cookie> All =
    [
        new("deltaker", "Participant"),
        new("organisator", "Organiser"),
        new("kjent", "Known"),
        new("steg", "Step"),
        new("steg-…", "OpenId"),
        new(Form, "Form"),
        new(Preference.LanguageCookie, "Language"),
        new(Preference.ThemeCookie, "Theme"),
    ];
}
