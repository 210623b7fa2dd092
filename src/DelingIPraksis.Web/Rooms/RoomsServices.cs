using System.Net;
using System.Net.Sockets;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;

namespace DelingIPraksis.Web.Rooms;

internal static class RoomsServices
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NodeFeed>();
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
        builder.Services.AddSingleton<ChangeRateLimiter>();
        builder.Services.AddSingleton<IRooms, Rooms>();
        builder.Services.AddSingleton<INetworks, Networks>();
        builder.Services.AddSingleton<FaceGiver>();
        builder.Services.AddHostedService<FaceKeeper>();
        builder.Services.AddSingleton<Presence>();
        builder.Services.AddScoped<CircuitPresence>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<CircuitPresence>());
        builder.Host.UseOrleans(silo =>
        {
            // Localhost only: nothing outside this process needs to reach the silo.
            silo.UseLocalhostClustering(
                siloPort: FreePort(),
                gatewayPort: 0,
                serviceId: "deling",
                clusterId: Guid.CreateVersion7().ToString("N")
            );
            // Hazard: the silo compares the machine's own clock with the time it is given. If the two differ, it believes that it never
            // started.
            silo.Services.AddKeyedSingleton("Orleans.Membership", TimeProvider.System);
            // A change that has waited too long for an answer is decided all the same: whoever sent it sends it again with the same id.
            silo.Configure<SiloMessagingOptions>(options => options.DropExpiredMessages = false);
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(10));
            silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(
                type => type.Namespace?.StartsWith("DelingIPraksis", StringComparison.Ordinal) == true,
                GatheringJson.Options));
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
