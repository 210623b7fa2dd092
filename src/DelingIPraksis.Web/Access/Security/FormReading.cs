using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Reads a form before anything else does, so that a form that is too large or invalid is answered by a page that says so.
/// </summary>
/// <remarks>
/// A browser that is still sending does not read the answer; when the connection is cut, it shows an error page of its own. So a form that
/// is too large is received and discarded, up to a size that nobody sends by mistake.
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

            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than the limits.
            return StatusCodes.Status400BadRequest;
        }
    }
}
