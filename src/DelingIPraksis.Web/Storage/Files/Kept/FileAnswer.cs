using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Answers a request with a kept file. The route that calls it must have asked whether the reader may see what refers to the file.
/// </summary>
/// <remarks>
/// The media type is that of the format, never what a user said. What is no picture is saved and not shown. Whatever it is, a sandbox
/// without scripts is around it (<see cref="IsSandboxed"/>), so that a file that is two things at once cannot act on our host.
/// </remarks>
internal static class FileAnswer
{
    /// <summary>The policy that <c>SecurityHeaders</c> writes in place of that of our pages.</summary>
    public const string SandboxPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static readonly object _sandboxed = new();

    public static bool IsSandboxed(HttpContext context) => context.Items.ContainsKey(_sandboxed);

    /// <summary>The file, only for this reader: no cache on the way keeps it, and each use is asked about again.</summary>
    public static IResult ForOne(HttpContext context, FileStore store, FileRow file) => Answer(context, store, file, "private, no-cache");

    /// <summary>The file at an address that has its hash, for everybody who has the address. It never changes.</summary>
    public static IResult ForAll(HttpContext context, FileStore store, FileRow file) =>
        Answer(context, store, file, "public, max-age=31536000, immutable");

    private static IResult Answer(HttpContext context, FileStore store, FileRow file, string caching)
    {
        FileStream content;
        try
        {
            content = store.Open(file);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // «check» tells which file it is. For the reader it is not there.
            return Results.NotFound();
        }

        context.Items[_sandboxed] = true;
        context.Response.Headers.CacheControl = caching;
        return Results.Stream(
            content,
            file.Format.MediaType(),
            file.Format.IsPicture() ? null : file.SafeName,
            file.At,
            new EntityTagHeaderValue($"\"{file.Hash}\""),
            enableRangeProcessing: true
        );
    }
}
