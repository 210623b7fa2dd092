using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Refuses live connections, and what leads to them, that no page of ours has asked for.</summary>
internal sealed class OriginGuard(RequestDelegate next, IOptions<AccessOptions> options, ILogger<OriginGuard> logger)
{
    private static readonly PathString[] _live = ["/_blazor", "/live"];
    private readonly Origins _origins = new(options.Value.Origins);

    public Task InvokeAsync(HttpContext context)
    {
        if (!_live.Any(path => context.Request.Path.StartsWithSegments(path)) || _origins.Admits(context.Request)) return next(context);
        AccessLog.ForeignOrigin(logger, context.Request.Headers.Origin.Count);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
