using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace DelingIPraksis.Web.Shell;

/// <summary>A person gets a page in her own language, a program gets problem details.</summary>
internal static class FriendlyErrors
{
    private const string ErrorPage = "/feil";
    private const string StatusPage = "/status/{0}";

    public static void AddFriendlyErrors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<AnswerForPrograms>();
    }

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseExceptionHandler(ErrorPage, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(StatusPage, createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            if (!WantsPage(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            if (IsAnswerInsteadOfAnother(context))
                ReadOnly(context);
            await next(context);
        });
    }

    /// <summary>Gives a page its status without giving up the page: left to the framework, «not found» would put the general page in its place.</summary>
    public static void AnswerWith(this HttpContext context, int status) =>
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    private static bool IsAnswerInsteadOfAnother(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // The page that says what went wrong is only read. Left as a POST, it would be refused for the same missing token as the form it explains.
    private static void ReadOnly(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private sealed class AnswerForPrograms(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) =>
            !WantsPage(httpContext.Request) && await problems.TryWriteAsync(new() { HttpContext = httpContext });
    }
}
