using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Refuses live connections, and what leads to them, that no page of ours has asked for.</summary>
internal sealed class OriginGuard(RequestDelegate next, IOptions<AccessOptions> options, ILogger<OriginGuard> logger)
{
    private static readonly PathString[] _live = ["/_blazor", "/live"];
    private readonly Origins _origins = new(options.Value.Origins);
    private bool _said;

    public Task InvokeAsync(HttpContext context)
    {
        if (!_live.Any(path => context.Request.Path.StartsWithSegments(path)) || _origins.Admits(context.Request)) return next(context);
        // Once is enough for the one who has set up a proxy; a stranger must not be able to fill the log.
        if (!_said) AccessLog.ForeignOrigin(logger, context.Request.Headers.Origin.Count);
        _said = true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
