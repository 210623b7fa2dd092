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
            await next(context);
        });
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private sealed class AnswerForPrograms(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) =>
            !WantsPage(httpContext.Request) && await problems.TryWriteAsync(new() { HttpContext = httpContext });
    }
}
