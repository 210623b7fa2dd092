using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Programme.Blocks;
using DelingIPraksis.Web.Programme.Invite;
using DelingIPraksis.Web.Programme.Plan;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Programme;

/// <summary>The services that the programme pages use.</summary>
internal sealed record ProgrammeServices(
    ActingServices Acting,
    IVisitor Visitor,
    IJoinCodeProvider JoinCodeProvider,
    GatheringLists Gatherings,
    InvitationLinks Links,
    PlanTemplates Templates,
    Announcer Announcer,
    NavigationManager Navigation,
    PublicLinks PublicLinks,
    TimeProvider Time,
    ProgrammeScript Script,
    ProgrammeWords Words,
    IStringLocalizer<ProgrammeTexts> Texts,
    IStringLocalizer<RefusalTexts> Refusals);

internal static class ProgrammeSetup
{
    public static void AddProgramme(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Registers>();
        services.AddHostedService(provider => provider.GetRequiredService<Registers>());
        services.AddSingleton<PlanTemplates>();
        services.AddHttpClient<LinkCheck>(LinkCheck.Configure).ConfigurePrimaryHttpMessageHandler(LinkCheck.Handler);
        services.AddScoped<ProgrammeServices>();
        services.AddScoped<ProgrammeScript>();
        services.AddScoped<ProgrammeWords>();
    }

    public static void MapProgramme(this WebApplication app) => app.MapInvitationFiles();
}

/// <summary>The browser's part of the programme: it keeps typed text until it is saved, and handles Ctrl+Z.</summary>
internal sealed class ProgrammeScript(IJSRuntime js, WebFiles files) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>
    /// Restores typed text that was never saved, keeps what is typed from now on, and listens for Ctrl+Z outside fields.
    /// </summary>
    public async Task StartAsync() => await (await ModuleAsync()).InvokeVoidAsync("start");

    /// <summary>Tells the browser that a field is saved. It keeps the text only when that has changed since.</summary>
    public async Task ForgetAsync(string field, string? text = null) => await (await ModuleAsync()).InvokeVoidAsync("forget", field, text);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null) await (await _module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is disconnected, and its references are disposed.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() =>
        _module ??= js.InvokeAsync<IJSObjectReference>("import", files["js/desk/programme.js"]).AsTask();
}
