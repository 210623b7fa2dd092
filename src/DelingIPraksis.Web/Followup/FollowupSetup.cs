namespace DelingIPraksis.Web.Followup;

internal static class FollowupSetup
{
    public static void AddFollowup(this IServiceCollection services)
    {
        services.AddScoped<FollowupParties>();
        services.AddSingleton<ILastPromises, LastPromises>();
    }

    /// <summary>Adds a section to the party's own page after the gathering.</summary>
    /// <param name="services">The services.</param>
    /// <param name="order">
    /// Its place: 100 promises, 200 the municipality's sheet, 300 was it worth it, 400 asks and offers, 500 quotes.
    /// </param>
    public static void AddFollowupSection<T>(this IServiceCollection services, int order)
        where T : FollowupSectionBase => services.AddSingleton(new FollowupSection(order, typeof(T)));
}
