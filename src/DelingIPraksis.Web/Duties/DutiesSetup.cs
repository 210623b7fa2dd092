using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Duties;

internal static class DutiesSetup
{
    public static void AddDuties(this IServiceCollection services)
    {
        services.AddSingleton<OfficerPack>();
        services.AddSingleton<PackFile>();
    }

    public static void MapDuties(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Addresses.Routes.PackFile, async (
            string language, OfficerPack pack, PackFile file, IVisitor visitor, CancellationToken cancellation) =>
        {
            Language? wanted = language switch
            {
                "nb" => Language.Bokmal,
                "nn" => Language.Nynorsk,
                _ => null,
            };
            return wanted is { } known && await pack.MayReadAsync(visitor)
                ? Results.File(await file.MakeAsync(known, cancellation), PackFile.ContentType, $"personvern-{language}.docx")
                : Results.NotFound();
        }).RequireAuthorization();
}
