using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Access.Live;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Access.Networks;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Access.Security;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access;

/// <summary>Registers and maps everything about joining, seats, accounts and security.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        builder.AddFormLimits();
        services.AddProxies();
        services.AddHostGuard();
        services.AddFormGuard();

        services.AddSingleton<JoinCodes>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<IJoinCodeProvider, JoinCodeProvider>();
        services.AddSingleton<CodeLookup>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<LeftBrowsers>();
        services.AddHostedService(provider => provider.GetRequiredService<LeftBrowsers>());
        services.AddSingleton<SeatCookie>();
        services.AddSingleton<SeatLookup>();
        services.AddSingleton<People>();
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<People>());
        services.AddScoped<IVisitor, CurrentVisitor>();
        services.AddSingleton<JoinTicket>();
        services.AddSingleton<JoinRateLimiter>();
        services.AddSingleton<Door>();
        services.AddSingleton<ReentryLinks>();
        services.AddSingleton<IPartyLinks, PartyLinks>();
        services.AddSingleton<SpeakerLinks>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<ColleagueSearch>();
        services.AddSingleton<IAccountNames>(provider => provider.GetRequiredService<Colleagues>());
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<NetworkLists>();
        services.AddSingleton<HandoverLinks>();
        services.AddSingleton<Handovers>();
        services.AddSingleton<GatheringFactory>();
        services.AddSingleton<GatheringLists>();
        services.AddSingleton<IReportAddresses>(provider => provider.GetRequiredService<GatheringLists>());
        services.AddSingleton<ClockTrust>();
        services.AddHostedService<RetentionService>();
        services.AddAccounts();
        builder.AddOpenId();
    }

    /// <summary>The first middleware, for every request, including failing ones.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<HeadAsGet>();
        app.UseCookieScope();
        // Called here explicitly, because the middleware before it changes the path and the method. The host would otherwise add it
        // earlier.
        app.UseRouting();
    }

    /// <summary>Finds out who is asking. After the shell, before antiforgery.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<HostGuard>();
        app.Use(Redirect);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SeatMiddleware>();
        app.UseMiddleware<LiveGate>();
        app.UseAuthorization();
        app.UseMiddleware<FormReading>();
    }

    public static void MapAccess(this WebApplication app) => app.MapAccounts();

    /// <summary>
    /// Redirects to local addresses without a host, because a proxy may have changed the host and browsers refuse a form that leads to
    /// another host. Redirects a form with 303, so that browsers use GET; 302 leaves that to the browser.
    /// </summary>
    private static Task Redirect(HttpContext context, RequestDelegate next)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        context.Response.OnStarting(() =>
        {
            var response = context.Response;
            if (isPost && response.StatusCode == StatusCodes.Status302Found) response.StatusCode = StatusCodes.Status303SeeOther;
            var here = $"{context.Request.Scheme}://{context.Request.Host}/";
            if (response.Headers.Location is [{ } location] && location.StartsWith(here, StringComparison.OrdinalIgnoreCase))
                response.Headers.Location = location[(here.Length - 1)..];
            return Task.CompletedTask;
        });
        return next(context);
    }
}
