using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace DelingIPraksis.Web.Shell;

/// <summary>A person gets a page in her own language, a program gets problem details.</summary>
internal static partial class FriendlyErrors
{
    /// <summary>Marks a request for a host that is not ours.</summary>
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
            // Said by us, once, with the id that is shown.
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
    /// Gives a page its status without giving up the page: left to the framework, «not found» would put the general page in its place.
    /// </summary>
    public static void AnswerWith(this HttpContext context, int status) =>
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    /// <summary>What was asked for, from the base of the service, when another page answers in its place; null otherwise.</summary>
    internal static string? AskedFor(HttpContext context) => context.Features switch
    {
        var features when features.Get<IStatusCodeReExecuteFeature>() is { } status => status.OriginalPath + status.OriginalQueryString,
        var features when features.Get<IExceptionHandlerPathFeature>() is { } failed => failed.Path,
        _ => null,
    };

    /// <summary>Whether this is the page that says what went wrong with another.</summary>
    internal static bool IsAnswerInsteadOfAnother(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // The page that says what went wrong is only read. Left as a POST, it would be refused for the same missing token as the form it
    // explains.
    private static void ReadOnly(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the page, the answer to a program and the log call one request.</summary>
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

    // The path may hold a code or a link, and is not told.
    [LoggerMessage(EventId = 400, Level = LogLevel.Error, Message = "A request failed: {Reference}")]
    private static partial void RequestFailed(ILogger logger, Exception fault, string reference);
}
