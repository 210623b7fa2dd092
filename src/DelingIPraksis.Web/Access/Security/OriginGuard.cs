using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Refuses live connections, and what leads to them, that no page of ours has asked for.</summary>
internal sealed class OriginGuard(RequestDelegate next, Origins origins, ILogger<OriginGuard> logger)
{
    private bool _said;

    /// <summary>Whether a path is one that live connections are opened and carried by.</summary>
    public static bool IsLive(PathString path) =>
        path.StartsWithSegments($"/{Addresses.Circuits}") || path.StartsWithSegments($"/{Addresses.Live}");

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsLive(context.Request.Path) || origins.AdmitsLive(context.Request)) return next(context);
        // Once is enough for the one who has set up a proxy; a stranger must not be able to fill the log.
        if (!_said) AccessLog.ForeignOrigin(logger, context.Request.Headers.Origin.Count);
        _said = true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
