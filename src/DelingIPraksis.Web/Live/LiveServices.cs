using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace DelingIPraksis.Web.Live;

internal static class LiveServices
{
    /// <summary>The longest message: a running text of the report, with each letter written as <c>\uXXXX</c>.</summary>
    private const int LargestMessage = (6 * Limits.Prose) + 2_048;

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddHubOptions<LiveHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.EnableDetailedErrors = false;
                // Twice the standard: after a restart everybody comes at once.
                hub.HandshakeTimeout = TimeSpan.FromSeconds(30);
                hub.AddFilter<ConnectionRateLimiter>();
            })
            // Only this hub uses JSON. Circuits have a protocol of their own.
            .AddJsonProtocol(json => json.PayloadSerializerOptions = GatheringJson.Options);
    }

    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>($"/{Addresses.Live}", connection =>
    {
        // WebSockets only: they need no sticky sessions, and there is only one endpoint to guard.
        connection.Transports = HttpTransportType.WebSockets;
        connection.ApplicationMaxBufferSize = LargestMessage;
    });
}
