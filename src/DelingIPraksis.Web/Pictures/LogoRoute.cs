using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Pictures;

/// <summary>
/// Serves logos. The address is the hash of the file, which only the pages have that show the logo: it tells nobody that a network exists.
/// </summary>
internal static class LogoRoute
{
    public static void MapLogos(this IEndpointRouteBuilder routes) => routes.MapGet(Addresses.Routes.Logo, SendAsync);

    private static async Task<IResult> SendAsync(string hash, FileStore files, HttpContext context) =>
        await files.FindAsync(hash, FileKind.Logo) is { } logo ? FileAnswer.ForAll(context, files, logo) : Results.NotFound();
}
