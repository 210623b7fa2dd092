using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>Registers what is needed for a person's data, and maps its files.</summary>
internal static class PersonSetup
{
    public static void AddPersonalData(this IServiceCollection services)
    {
        services.AddScoped<PersonReader>();
        services.AddScoped<PersonErasure>();
    }

    public static void MapPersonalData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Addresses.Routes.DataFile, SendAsync).RequireAuthorization();
        routes.MapGet(Addresses.Routes.AboutMeFile, SendOwnAsync);
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, string key, string format, IVisitor visitor, PersonReader reader, IStringLocalizer<PersonTexts> texts)
    {
        if (PersonMatch.Read(key) is not { } sought) return Results.NotFound();
        if (await visitor.AsAccountAsync() is not Actor.Account account) return Results.NotFound();
        var scope = await reader.ScopeOfAsync(account.User, await visitor.MayAsync(ServiceRight.HandlePersonalData));
        return await reader.OfAsync(sought.Kind, sought.Id, scope) is { } person
            ? Send(context, await reader.ReadAsync(person, scope), format, texts)
            : Results.NotFound();
    }

    private static async Task<IResult> SendOwnAsync(
        HttpContext context, Guid person, string format, IVisitor visitor, PersonReader reader, IStringLocalizer<PersonTexts> texts)
    {
        if (await visitor.FindSeatAsync(new Id<Person>(person)) is not { } seat) return Results.NotFound();
        var scope = PersonScope.OfHerself(seat.Gathering);
        return await reader.OfAsync(PersonKind.Participant, person, scope) is { } self
            ? Send(context, await reader.ReadAsync(self, scope), format, texts)
            : Results.NotFound();
    }

    private static IResult Send(HttpContext context, PersonFile file, string format, IStringLocalizer<PersonTexts> texts)
    {
        if (!PersonExport.Formats.TryGetValue(format, out var type)) return Results.NotFound();
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(PersonExport.Write(file, format, texts)), type, $"personopplysninger.{format}");
    }
}
