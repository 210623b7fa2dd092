using DelingIPraksis.Web.Shell.Mud;
using DelingIPraksis.Web.Shell.Pages;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Shell.Reconnect;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;

namespace DelingIPraksis.Web.Shell;

/// <summary>The setup that every screen needs: rendering, language, theme, assets, errors.</summary>
internal static class ShellSetup
{
    // The default 32 KB closes the circuit on a long pasted text. With this limit the user gets an error message.
    private const int LargestMessage = 512 * 1024;

    // The pages treat a connection as lost after three times this without a message (js/shell/start.js).
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void AddShell(this WebApplicationBuilder builder)
    {
        // Without this, MudBlazor's files are missing when the program runs unpublished outside Development.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits => builder.Configuration.GetSection("Circuits").Bind(circuits))
            .AddHubOptions(hub => (hub.MaximumReceiveMessageSize, hub.KeepAliveInterval) = (LargestMessage, Heartbeat));
        services.AddInteropJsonOptions();
        services.AddSingleton<OpenCircuits>();
        services.AddScoped<CircuitHandler, CircuitWatch>();
        services.AddHostedService<PauseBeforeStop>();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = 8000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        services.AddTransient<MudLocalizer, NorwegianMud>();
        services.AddTexts();
        services.AddAntiforgery(form => form.Cookie.Name = PrivacyCookies.Form);
        services.AddFriendlyErrors();
        services.AddHttpContextAccessor();
        services.AddSingleton(new PublicAddress(builder.Configuration[PublicAddress.Key]));
        services.AddScoped<PublicLinks>();
        services.AddSingleton<WebFiles>();
        services.AddScoped<Announcer>();
        services.AddStaticCompression();
        services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        services.AddAuthorizationCore();
        services.AddCascadingAuthenticationState();
        services.AddLanguages(builder.Configuration);
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseFriendlyErrors();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.Use(app.Services.GetRequiredService<WebFiles>().FindAsync);
        app.UseStaticFiles(WebFiles.Options());
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
