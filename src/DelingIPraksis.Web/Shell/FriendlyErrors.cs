using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace DelingIPraksis.Web.Shell;

/// <summary>Answers errors: a browser gets a page in the user's language, a program gets problem details.</summary>
internal static partial class FriendlyErrors
{
    internal static readonly object OtherHost = new();

    public static void AddFriendlyErrors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<AnswerForPrograms>();
    }

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Addresses.Routes.Failed,
            CreateScopeForErrors = true,
            // We log the error once, with the id that the page shows.
            SuppressDiagnosticsCallback = static _ => true,
        });
        app.UseStatusCodePagesWithReExecute(Addresses.Routes.StatusAnswer, createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            if (!WantsPage(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            if (IsAnswerInsteadOfAnother(context))
                ReadOnly(context);
            await next(context);
            if (
                !WantsPage(context.Request)
                && context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null }
            )
                await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context });
        });
    }

    /// <summary>
    /// Sets the status of a page, and keeps the page. Without this the framework replaces a 404 page with the general error page.
    /// </summary>
    public static void AnswerWith(this HttpContext context, int status) =>
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    /// <summary>The requested address, from the base of the service, when another page answers in its place; null otherwise.</summary>
    internal static string? AskedFor(HttpContext context) => context.Features switch
    {
        var features when features.Get<IStatusCodeReExecuteFeature>() is { } status => status.OriginalPath + status.OriginalQueryString,
        var features when features.Get<IExceptionHandlerPathFeature>() is { } failed => failed.Path,
        _ => null,
    };

    /// <summary>Whether this request renders an error page for another request.</summary>
    internal static bool IsAnswerInsteadOfAnother(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // As a POST, the error page would be refused for the same missing token as the form that it explains. So the error page is always a
    // GET.
    private static void ReadOnly(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of a request on the page, in the response to a program and in the log.</summary>
    public static string ReferenceOf(HttpContext? context) => Activity.Current?.TraceId.ToString() ?? context?.TraceIdentifier ?? "";

    private sealed class AnswerForPrograms(IProblemDetailsService problems, ILogger<AnswerForPrograms> logger) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var reference = ReferenceOf(httpContext);
            RequestFailed(logger, exception, reference);
            if (WantsPage(httpContext.Request)) return false;
            var answer = new ProblemDetailsContext { HttpContext = httpContext };
            answer.ProblemDetails.Extensions["reference"] = reference;
            return await problems.TryWriteAsync(answer);
        }
    }

    // The path may contain a code or a link, so it is not logged.
    [LoggerMessage(EventId = 400, Level = LogLevel.Error, Message = "A request failed: {Reference}")]
    private static partial void RequestFailed(ILogger logger, Exception fault, string reference);
}
