using System.Net;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Takes the caller's address, and the scheme, host and folder the browser sees, from those proxies that are named, and from nobody else.
/// One
/// on this very machine need not be named when the service has been told its public address.
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

    /// <summary>With no proxy known the headers are not looked at: empty lists would mean that everybody is believed.</summary>
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

/// <summary>Lets the rest of the service see the folder and the scheme that the browser sees.</summary>
internal sealed class PublicBase(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Whoever asks for the public address over https has met the proxy, even one that forgets to say so.
        if (address.Set is { Scheme: "https" } && string.Equals(request.Host.Value, address.Host, StringComparison.OrdinalIgnoreCase))
            request.Scheme = "https";
        var folder = address.Folder.HasValue ? address.Folder : request.PathBase;
        if (!folder.HasValue) return next(context);
        request.PathBase = folder;
        // Some proxies take the folder off, some leave it.
        if (request.Path.StartsWithSegments(folder, out var rest)) request.Path = rest;
        if (request.Path.HasValue) return next(context);
        context.Response.Redirect($"{folder.ToUriComponent()}/{request.QueryString}");
        return Task.CompletedTask;
    }
}
