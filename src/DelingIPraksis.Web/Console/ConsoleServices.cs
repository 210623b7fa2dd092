using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Console.History;
using DelingIPraksis.Web.Console.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace DelingIPraksis.Web.Console;

/// <summary>The services that the console uses.</summary>
internal sealed record ConsoleServices(
    ActingServices Acting,
    Presence Presence,
    IVisitor Visitor,
    IJoinCodeProvider JoinCodeProvider,
    Announcer Announcer,
    NavigationManager Navigation,
    IDialogService Dialogs,
    TimeProvider Time,
    PairLines Lines,
    ConsoleScript Script,
    IStringLocalizer<ConsoleTexts> Texts);

/// <summary>The address of the console's script, and its runtime.</summary>
internal sealed class ConsoleScript(IJSRuntime js, WebFiles files)
{
    public ValueTask<IJSObjectReference> ImportAsync() => js.InvokeAsync<IJSObjectReference>("import", files["js/console/console.js"]);
}

internal static class ConsoleSetup
{
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddScoped<ConsoleServices>();
        services.AddScoped<ConsoleScript>();
        services.AddScoped<PairLines>();
        services.AddScoped<ReasonWords>();
        services.AddScoped<RepairWords>();
        services.AddSingleton<IPairingHistory, PairingHistory>();
        services.AddScoped<IActionHistory, ActionHistory>();
        services.AddScoped<ActionWords>();
    }
}
