namespace DelingIPraksis.Web.Rehearsal;

internal static class RehearsalSetup
{
    public static void AddRehearsal(this IServiceCollection services)
    {
        services.AddSingleton<Rehearsals>();
        services.AddHostedService(provider => provider.GetRequiredService<Rehearsals>());
    }
}
