using System.Globalization;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>
/// Lets a returning reader's browser show its own copy, when neither the report nor the reader's language and theme has changed. Hazard: a
/// shared cache must not store the page, because it contains the reader's form tokens.
/// </summary>
internal sealed class PublishedCaching(RequestDelegate next, IPublishedReports reports)
{
    private static readonly string Version = typeof(PublishedCaching).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public async Task InvokeAsync(HttpContext context)
    {
        if (
            !HttpMethods.IsGet(context.Request.Method)
            || SlugOf(context.Request.Path) is not { } slug
            || await reports.FindAsync(slug) is not PublishedReport.Shown report
        )
        {
            await next(context);
            return;
        }

        var tag = new EntityTagHeaderValue(string.Create(
            CultureInfo.InvariantCulture,
            $"\"{report.Gathering}-{report.Publication.Sequence}-{Languages.Current}-{Theme.Of(context)}-{Version}\""
        ),
            isWeak: true
        );
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.GetTypedHeaders().ETag = tag;
            return;
        }

        // The form tokens forbid all caching. The reader's own browser may still store them.
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode != StatusCodes.Status200OK) return Task.CompletedTask;
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
            headers.LastModified = report.Publication.At;
            context.Response.Headers.Pragma = default;
            context.Response.Headers.Vary = "Cookie, Accept-Language, Accept-Encoding";
            return Task.CompletedTask;
        });
        await next(context);
    }

    private static string? SlugOf(PathString path) =>
        path.StartsWithSegments(Addresses.Routes.Reports, out var rest) && rest.Value is ['/', _, ..] && rest.Value.IndexOf('/', 1) < 0
            ? rest.Value[1..]
            : null;
}
