using DelingIPraksis.Web.Followup;

namespace DelingIPraksis.Web.Consent;

internal static class ConsentSetup
{
    public static void AddConsent(this IServiceCollection services)
    {
        services.AddScoped<AskedParties>();
        services.AddFollowupSection<QuotesSection>(order: 500);
    }
}
