namespace DelingIPraksis.Web.Themes;

internal static class ThemesServices
{
    /// <summary>The lexicons of the networks, for whoever suggests themes.</summary>
    public static void AddThemes(this IServiceCollection services) => services.AddSingleton<NetworkLexicons>();
}
