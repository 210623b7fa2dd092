namespace DelingIPraksis.Web.Search;

internal static class SearchServices
{
    /// <summary>The search over gatherings and published reports, and what keeps its index in step with the logs.</summary>
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<PublishedTexts>();
        services.AddSingleton<SearchIndexer>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndexer>());
        services.AddSingleton<GatheringSearch>();
        services.AddSingleton<OverYears.ThemeSeriesReader>();
    }
}
