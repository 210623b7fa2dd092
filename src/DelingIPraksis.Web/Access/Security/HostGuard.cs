using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Refuses requests for other hosts, with a message, when the service's address or a list of hosts is set. Otherwise a foreign name that
/// resolves to us (DNS rebinding) would be an origin of its own.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, PublicAddress address, IConfiguration configuration)
{
    private readonly List<StringSegment> _listed =
    [
        .. (configuration["AllowedHosts"] ?? "*")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(host => host != "*"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOurs(context) || FriendlyErrors.IsAnswerInsteadOfAnother(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Items[FriendlyErrors.OtherHost] = true;
        return Task.CompletedTask;
    }

    private bool IsOurs(HttpContext context)
    {
        if (address.Set is null && _listed.Count == 0) return true;
        var host = context.Request.Host;
        return address.IsSet(host.Host)
            || PublicAddress.IsLoopback(host.Host)
            // A request by IP address cannot come from a rebound name; a container's health check is one.
            || (context.Connection.LocalIpAddress is { } local && PublicAddress.IsNumber(host.Host, local))
            || HostString.MatchesAny(host.Host, _listed)
            || context.Request.Path.StartsWithSegments($"/{Addresses.Health}");
    }
}

internal static class HostGuardSetup
{
    /// <summary>
    /// Replaces the framework's host filter, which answers without a message and knows neither the public address nor loopback.
    /// </summary>
    public static void AddHostGuard(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
}
