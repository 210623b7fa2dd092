using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Refuses live connections, and the requests that open them, when no page of ours made them.</summary>
internal sealed class OriginGuard(RequestDelegate next, Origins origins, ILogger<OriginGuard> logger)
{
    private bool _said;

    /// <summary>Whether a path opens or carries live connections.</summary>
    public static bool IsLive(PathString path) =>
        path.StartsWithSegments($"/{Addresses.Circuits}") || path.StartsWithSegments($"/{Addresses.Live}");

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsLive(context.Request.Path) || origins.AllowsLive(context.Request)) return next(context);
        // Logged once: that is enough for the administrator of a proxy, and a stranger must not be able to fill the log.
        if (!_said) AccessLog.ForeignOrigin(logger, context.Request.Headers.Origin.Count);
        _said = true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
