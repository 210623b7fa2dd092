using DelingIPraksis.Web.Networks.Front;
using DelingIPraksis.Web.Networks.Keeping;

namespace DelingIPraksis.Web.Networks;

/// <summary>Registers and maps the pages of networks.</summary>
internal static class NetworkSetup
{
    public static void AddNetworkPages(this IServiceCollection services)
    {
        services.AddSingleton<NetworkHistory>();
        services.AddSingleton<NetworkNeighbours>();
    }

    public static void MapNetworkPages(this WebApplication app) => app.MapNetworkFeeds();
}
