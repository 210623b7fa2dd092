namespace DelingIPraksis.Web.Themes;

internal static class ThemesServices
{
    /// <summary>The lexicons of the networks, for whoever suggests themes.</summary>
    public static void AddThemes(this IServiceCollection services)
    {
        services.AddSingleton<INetworkLexicons, NetworkLexicons>();
        services.AddHostedService<LexiconsOfNames>();
    }

    /// <summary>A network's words as a file.</summary>
    public static void MapThemes(this WebApplication app) => app.MapLexiconFile();
}
