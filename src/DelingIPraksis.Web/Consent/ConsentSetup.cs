namespace DelingIPraksis.Web.Consent;

/// <summary>What a party says of being quoted.</summary>
internal static class ConsentSetup
{
    public static void AddConsent(this IServiceCollection services) => services.AddScoped<AskedParties>();
}
