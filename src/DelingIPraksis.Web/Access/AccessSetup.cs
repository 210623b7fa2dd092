using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access;

/// <summary>Who comes in, as whom, and by which door.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        builder.AddFormLimits();
        services.AddProxies();

        services.AddSingleton<JoinCodes>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<IWayIn, WayIn>();
        services.AddSingleton<CodeLookup>();
        services.AddSingleton<SeatCookie>();
        services.AddSingleton<SeatBook>();
        services.AddSingleton<People>();
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<People>());
        services.AddScoped<IVisitor, CurrentVisitor>();
        services.AddSingleton<JoinTicket>();
        services.AddSingleton<Door>();
        services.AddSingleton<ReentryLinks>();
        services.AddSingleton<PartyLinks>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<IAccountNames>(provider => provider.GetRequiredService<Colleagues>());
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<GatheringMaker>();
        services.AddSingleton<GatheringLists>();
        services.AddSingleton<GatheringErasure>();
        services.AddSingleton<Erasing>();
        services.AddHostedService<RetentionKeeper>();
        services.AddAccounts();
    }

    /// <summary>First of all: what holds for every request, also for those that fail.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OriginGuard>();
    }

    /// <summary>After the shell, before antiforgery: who is asking.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.Use(SeeOther);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SeatMiddleware>();
        app.UseAuthorization();
    }

    public static void MapAccess(this WebApplication app) => app.MapAccounts();

    /// <summary>What a form leads to is fetched with GET, and said so: 302 leaves it to the browser.</summary>
    private static Task SeeOther(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            context.Response.OnStarting(static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode == StatusCodes.Status302Found) response.StatusCode = StatusCodes.Status303SeeOther;
                return Task.CompletedTask;
            }, context.Response);
        return next(context);
    }
}
