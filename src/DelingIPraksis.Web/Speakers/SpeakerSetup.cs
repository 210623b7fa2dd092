namespace DelingIPraksis.Web.Speakers;

internal static class SpeakerSetup
{
    public static void AddSpeakers(this IServiceCollection services) => services.AddScoped<SpeakerDesk>();
}
