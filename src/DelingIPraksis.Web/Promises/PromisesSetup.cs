using DelingIPraksis.Web.Followup;

namespace DelingIPraksis.Web.Promises;

/// <summary>Registers and maps the promises.</summary>
internal static class PromisesSetup
{
    public static void AddPromises(this IServiceCollection services)
    {
        services.AddFollowupSection<PromisesSection>(order: 100);
        services.AddSingleton<PartyAddresses>();
        services.AddScoped<Reminders>();
    }

    public static void MapPromises(this WebApplication app) => app.MapFollowupCalendars();
}
