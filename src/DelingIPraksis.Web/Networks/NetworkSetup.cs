using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Networks.Front;
using DelingIPraksis.Web.Networks.Introductions;
using DelingIPraksis.Web.Networks.Keeping;

namespace DelingIPraksis.Web.Networks;

/// <summary>Registers and maps the pages of networks.</summary>
internal static class NetworkSetup
{
    public static void AddNetworkPages(this IServiceCollection services)
    {
        services.AddSingleton<NetworkHistory>();
        services.AddSingleton<NetworkNeighbours>();
        services.AddSingleton<IntroductionFinder>();
        services.AddSingleton<ContactCards>();
        services.AddFollowupSection<IntroductionsSection>(order: 400);
    }

    public static void MapNetworkPages(this WebApplication app) => app.MapNetworkFeeds();
}
