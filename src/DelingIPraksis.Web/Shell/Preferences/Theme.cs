namespace DelingIPraksis.Web.Shell.Preferences;

/// <summary>Light, dark, or the setting of the device.</summary>
internal static class Theme
{
    public const string System = "system";

    public static readonly IReadOnlyList<string> Codes = ["light", "dark", System];

    public static string Of(HttpContext? context) =>
        Codes.FirstOrDefault(code => code == context?.Request.Cookies[Preference.ThemeCookie]) ?? System;
}
