using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Refuses, in words, requests for a host that is not ours, once the service has been told its address or a list of hosts. A name that is
/// made to
/// point at us (DNS rebinding) would otherwise be a page's own origin.
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
            // Whoever asks by number has not been led here by a false name; a container's health check does.
            || (context.Connection.LocalIpAddress is { } local && PublicAddress.IsNumber(host.Host, local))
            || HostString.MatchesAny(host.Host, _listed)
            || context.Request.Path.StartsWithSegments($"/{Addresses.Health}");
    }
}

internal static class HostGuardSetup
{
    /// <summary>The framework's own filter answers with nothing, and knows neither the public address nor loopback.</summary>
    public static void AddHostGuard(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
}
