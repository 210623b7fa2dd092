using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace DelingIPraksis.Web.Live;

internal static class LiveServices
{
    /// <summary>The longest change is a running text of the report, each of its letters written as <c>\uXXXX</c> at worst.</summary>
    private const int LargestMessage = (6 * Limits.Prose) + 2_048;

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddHubOptions<LiveHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.EnableDetailedErrors = false;
                hub.AddFilter<ConnectionPace>();
            })
            // Only this hub speaks JSON; circuits have a protocol of their own.
            .AddJsonProtocol(json => json.PayloadSerializerOptions = GatheringJson.Options);
    }

    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>($"/{Addresses.Live}", connection =>
    {
        // One transport: it needs no stickiness, and has one way in to guard.
        connection.Transports = HttpTransportType.WebSockets;
        connection.ApplicationMaxBufferSize = LargestMessage;
    });
}
