namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Answers HEAD wherever GET is answered, for link checkers, mail filters and monitors. Pages handle only GET. The server sends no body for
/// HEAD.
/// </summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsHead(request.Method) || OriginGuard.IsLive(request.Path))
        {
            await next(context);
            return;
        }

        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = HttpMethods.Head;
        }
    }
}
