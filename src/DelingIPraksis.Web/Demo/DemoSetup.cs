using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Demo;

internal static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoGatherings>();
        builder.Services.AddSingleton<IDemo>(services => services.GetRequiredService<DemoGatherings>());
        builder.Services.AddSingleton<DemoCleanup>();
        builder.Services.AddSingleton<DemoService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoService>());
        builder.Services.AddSingleton<IStartupNote, DemoNote>();
    }

    public static void MapDemo(this WebApplication app)
    {
        var demo = app.MapGroup("").AddEndpointFilter(OnlyInTheDemo);
        demo.MapPost(Addresses.TryNew, BeginAsync);
        demo.MapPost(Addresses.TryRunning, LookAsync);
        demo.MapPost(Addresses.Routes.TryLead, LeadAsync);
        demo.MapPost(Addresses.Routes.TryPlay, PlayAsync);
    }

    private static async ValueTask<object?> OnlyInTheDemo(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<DemoGatherings>().IsOn) return Results.NotFound();
        // These forms have no fields, so the framework asks for no token.
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Results.BadRequest();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, DemoGatherings demo, IStringLocalizer<DemoTexts> texts) =>
        await demo.MakeOwnAsync(await VisitorAsync(http), texts["OwnTitle"]) is { } gathering
            ? Results.LocalRedirect($"~/{Addresses.TryOwn(gathering.Value)}")
            : Results.LocalRedirect($"~/{Addresses.TryFull}");

    private static async Task<IResult> LookAsync(HttpContext http, DemoGatherings demo) =>
        await demo.MakeOwnRunningAsync(await VisitorAsync(http)) is { } gathering
            ? Results.LocalRedirect($"~/{Addresses.Console(gathering)}")
            : Results.LocalRedirect($"~/{Addresses.TryFull}");

    private static async Task<IResult> LeadAsync(HttpContext http, Guid gathering, DemoGatherings demo) =>
        Results.LocalRedirect(
            await demo.LeadsAsync(VisitorClaims.AccountOf(http.User), new(gathering))
                ? $"~/{Addresses.Console(new(gathering))}"
                : $"~/{Addresses.TryOwn(gathering)}"
        );

    private static async Task<IResult> PlayAsync(
        HttpContext http,
        Guid gathering,
        string name,
        DemoGatherings demo,
        Door door,
        SeatLookup seats,
        SeatCookie cookie
    )
    {
        var id = new Id<Gathering>(gathering);
        if (await demo.FindPartyAsync(id, name) is not { } party) return Results.NotFound();
        var outcome = await door.JoinAsync(id, party.Id, "", await seats.InAsync(http.User, id), new Id<Person>(Guid.CreateVersion7()));
        if (outcome.Person is not { } person) return Results.LocalRedirect($"~/{Addresses.TryOwn(gathering)}");
        cookie.Add(http, person);
        return Results.LocalRedirect($"~/{Addresses.Board(person)}");
    }

    /// <summary>
    /// The visitor: the signed-in account, or a new account with rights only in its own demo gatherings.
    /// </summary>
    private static async Task<Id<User>> VisitorAsync(HttpContext http)
    {
        if (VisitorClaims.AccountOf(http.User) is Actor.Account account) return account.User;
        var visitor = new Id<User>(Guid.CreateVersion7());
        await http.SignInAsync(IdentityConstants.ApplicationScheme, DemoAccount.Visitor(visitor, IdentityConstants.ApplicationScheme));
        return visitor;
    }
}
