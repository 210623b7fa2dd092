using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Takes the caller's address and scheme from those proxies that are named, and from nobody else.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) =>
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in access.Value.Proxies)
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
    });

    /// <summary>With no proxy named the headers are not looked at: empty lists would mean that everybody is believed.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.Proxies.Length > 0) app.UseForwardedHeaders();
    }
}
