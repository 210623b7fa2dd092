using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace DelingIPraksis.Web.Desk;

/// <summary>What the desk needs of others, gathered so that the page can be read.</summary>
internal sealed record DeskServices(
    IRooms Rooms,
    IVisitor Visitor,
    IPublishedReports Published,
    Announcer Announcer,
    NavigationManager Navigation,
    IDialogService Dialogs,
    TimeProvider Time,
    DeskScript Script,
    IStringLocalizer<DeskTexts> Texts,
    IStringLocalizer<RefusalTexts> Refusals);

internal static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<DeskServices>();
        services.AddScoped<DeskScript>();
    }
}

/// <summary>What is typed is kept in the browser until it is saved; what the circuit loses, the page has.</summary>
internal sealed class DeskScript(IJSRuntime js, WebFiles files) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Gives back what was typed and never saved, and keeps what is typed from now on.</summary>
    public async Task KeepAsync() => await (await ModuleAsync()).InvokeVoidAsync("keep");

    /// <summary>A text is saved: the browser need not keep it.</summary>
    public async Task ForgetAsync(string field) => await (await ModuleAsync()).InvokeVoidAsync("forget", field);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null) await (await _module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its references with it.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= js.InvokeAsync<IJSObjectReference>("import", files["js/report.js"]).AsTask();
}
