using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Briefs;

internal static class BriefSetup
{
    public static void AddBriefs(this IServiceCollection services)
    {
        services.AddSingleton<CurrentBriefs>();
        services.AddSingleton<IDerivedFromGatherings>(provider => provider.GetRequiredService<CurrentBriefs>());
        services.AddFollowupSection<BriefSection>(200);
    }
}
