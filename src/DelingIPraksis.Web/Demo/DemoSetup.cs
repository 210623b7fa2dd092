using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Service;
using DelingIPraksis.Web.Shell.Pages;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Demo;

internal static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoGatherings>();
        builder.Services.AddHostedService<DemoStart>();
        builder.Services.AddSingleton<IStartupNote, DemoNote>();
    }

    public static void MapDemo(this WebApplication app)
    {
        var demo = app.MapGroup("/prov").AddEndpointFilter(OnlyInTheDemo);
        demo.MapPost("/ny", async (DemoGatherings gatherings) => Results.LocalRedirect($"/prov/{(await gatherings.MakeOwnAsync()).Value:D}"));
        demo.MapPost("/{gathering:guid}/fasilitator", LeadAsync);
        demo.MapPost("/{gathering:guid}/bli/{name}", PlayAsync);
    }

    private static async ValueTask<object?> OnlyInTheDemo(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<DemoGatherings>().IsOn) return Results.NotFound();
        // The cookie of our forms never travels from another site. The token beside it is bound to who was signed in when the page was drawn,
        // and here one person becomes a facilitator and two municipalities from the same page.
        return http.Request.Cookies.ContainsKey(PrivacyCookies.Form) ? await next(context) : Results.LocalRedirect("/prov");
    }

    private static async Task<IResult> LeadAsync(Guid gathering, DemoGatherings demo, SignInManager<AppUser> signIn)
    {
        if (!await demo.IsOneAsync(new(gathering)) || await signIn.UserManager.FindByEmailAsync(DemoGatherings.Organiser) is not { } leader) return Results.NotFound();
        await signIn.SignInAsync(leader, isPersistent: false);
        return Results.LocalRedirect($"/samling/{gathering:D}/konsoll");
    }

    private static async Task<IResult> PlayAsync(HttpContext http, Guid gathering, string name, DemoGatherings demo, Door door, SeatBook seats, SeatCookie cookie)
    {
        var id = new Id<Gathering>(gathering);
        if (await demo.FindPartyAsync(id, name) is not { } party) return Results.NotFound();
        var outcome = await door.JoinAsync(id, party.Id, "", await seats.InAsync(http.User, id), new Id<Person>(Guid.CreateVersion7()));
        if (outcome.Person is not { } person) return Results.LocalRedirect($"/prov/{gathering:D}");
        cookie.Add(http, person);
        return Results.LocalRedirect($"/tavle/{person.Value:D}");
    }
}

/// <summary>Makes the demo when the rooms are there, before the first request is served.</summary>
internal sealed class DemoStart(DemoGatherings demo) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => demo.MakeAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Tells where the demo is, on the console.</summary>
internal sealed class DemoNote(DemoGatherings demo, JoinCodes codes) : IStartupNote
{
    public async Task<IReadOnlyList<string>> LinesAsync(string address) => !demo.IsOn
        ? []
        :
        [
            $"Prøv selv: {address}/prov",
            $"Kode til prøvesamlingen som er klar til start: {(await codes.OfAsync(demo.Ready))?.Shown}",
            $"Kode til prøvesamlingen midt i tavla: {(await codes.OfAsync(demo.Running))?.Shown}",
            $"Arrangør i demoen: {DemoGatherings.Organiser} · passord {demo.Password}",
        ];
}
