using System.Net;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Reads the caller's address, and the browser's scheme, host and folder, from the headers of trusted proxies only. A proxy on the same
/// machine is trusted when the public address is set.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services) =>
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<AccessOptions>, PublicAddress>(
        static (forwarded, access, address) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.All;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            if (address.Set is not null) KnowThisMachine(forwarded);
            foreach (var proxy in access.Value.Proxies)
                if (IPAddress.TryParse(proxy, out var named)) forwarded.KnownProxies.Add(named);
                else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        });

    /// <summary>Without known proxies the headers are ignored. Hazard: with empty lists the framework trusts everybody.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>();
        app.UseWhen(
            _ => known.Value is { KnownProxies.Count: > 0 } or { KnownIPNetworks.Count: > 0 },
            static branch => branch.UseForwardedHeaders()
        );
        app.UseMiddleware<PublicBase>();
    }

    private static void KnowThisMachine(ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownProxies.Add(IPAddress.Loopback);
        forwarded.KnownProxies.Add(IPAddress.IPv6Loopback);
    }
}

/// <summary>Applies the browser's folder and scheme to the request.</summary>
internal sealed class PublicBase(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A request for the https public address has passed the proxy, also when the proxy does not say so.
        if (address.Set is { Scheme: "https" } && string.Equals(request.Host.Value, address.Host, StringComparison.OrdinalIgnoreCase))
            request.Scheme = "https";
        var folder = address.Folder.HasValue ? address.Folder : request.PathBase;
        if (!folder.HasValue) return next(context);
        request.PathBase = folder;
        // Some proxies remove the folder, others keep it.
        if (request.Path.StartsWithSegments(folder, out var rest)) request.Path = rest;
        if (request.Path.HasValue) return next(context);
        context.Response.Redirect($"{folder.ToUriComponent()}/{request.QueryString}");
        return Task.CompletedTask;
    }
}
