using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Reads a form before anything else does, so that a form that is too large or invalid is answered by a page that says so.
/// </summary>
/// <remarks>
/// A browser that is still sending does not read the answer; when the connection is cut, it shows an error page of its own. So a form that
/// is too large is received and discarded, up to a size that nobody sends by mistake. So is the form of a speaker whose link does not work:
/// it may be large and nobody has signed in, so the link is looked up before anything of the form is kept.
/// </remarks>
internal sealed class FormReading(RequestDelegate next)
{
    private const long MostThrownAway = 1024L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && await FaultOfAsync(context) is { } fault)
            context.Response.StatusCode = fault;
        else await next(context);
    }

    /// <summary>The status code for an invalid form, or null.</summary>
    private static async Task<int?> FaultOfAsync(HttpContext context)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var most =
            context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limit?.MaxRequestBodySize;
        try
        {
            if (context.Request.ContentLength is { } length && length > most)
            {
                if (length > MostThrownAway || limit is not { IsReadOnly: false }) return StatusCodes.Status413PayloadTooLarge;
                limit.MaxRequestBodySize = length;
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (await IsOfNoSpeakerAsync(context))
            {
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                // Asked for without a form, the page says that the link does not work.
                context.Request.Method = HttpMethods.Get;
                return null;
            }

            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException)
        {
            // More fields, or longer ones, than the limits; or a form that ends before its end.
            return StatusCodes.Status400BadRequest;
        }
    }

    private static async Task<bool> IsOfNoSpeakerAsync(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: Addresses.Routes.Speaker }
        && await context.RequestServices.GetRequiredService<SpeakerLinks>().FindAsync(context.GetRouteValue("Token") as string) is null;
}
