using DelingIPraksis.Web.Shell;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// The browser's part of the desk: it keeps typed text until it is saved, handles keys, and merges texts.
/// </summary>
internal sealed class DeskScript(IJSRuntime js, WebFiles files) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _keeping;
    private Task<IJSObjectReference>? _desk;

    /// <summary>Restores typed text that was never saved, and keeps what is typed from now on.</summary>
    public async Task KeepAsync() => await (await KeepingAsync()).InvokeVoidAsync("keep");

    /// <summary>Tells the browser that a text is saved. It keeps the field's text only when that has changed since.</summary>
    public async Task ForgetAsync(string field, string? text = null) => await (await KeepingAsync()).InvokeVoidAsync("forget", field, text);

    /// <summary>Listens to keys and to drag and drop.</summary>
    public async Task OpenAsync() => await (await DeskAsync()).InvokeVoidAsync("open");

    /// <summary>Tells the page how much of the window its foot covers.</summary>
    /// <returns>Whether the window is too narrow for anything beside the report.</returns>
    public async Task<bool> FitAsync() => await (await DeskAsync()).InvokeAsync<bool>("fit");

    /// <summary>Merges two edits of the same text, word by word; null when both changed the same words.</summary>
    public async Task<string?> MergeAsync(string from, string mine, string theirs) =>
        await (await DeskAsync()).InvokeAsync<string?>("merged", from, mine, theirs);

    /// <summary>Focuses an element, if it exists.</summary>
    public async Task FocusAsync(string selector) => await (await DeskAsync()).InvokeVoidAsync("focus", selector);

    /// <summary>Focuses the heading of a place that was opened, unless the focus is in the place already.</summary>
    public async Task EnterAsync(string selector) => await (await DeskAsync()).InvokeVoidAsync("enter", selector);

    /// <summary>Scrolls no longer than until an element is in sight, if it exists.</summary>
    public async Task ShowAsync(string selector) => await (await DeskAsync()).InvokeVoidAsync("show", selector);

    /// <summary>Whether single keys are on in this browser.</summary>
    public async Task<bool> KeysAreOnAsync() => await (await DeskAsync()).InvokeAsync<bool>("areOn");

    /// <summary>Turns single keys on or off in this browser.</summary>
    public async Task TurnKeysAsync(bool on) => await (await DeskAsync()).InvokeVoidAsync("turn", on);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_keeping is not null) await (await _keeping).DisposeAsync();
            if (_desk is null) return;
            await (await _desk).InvokeVoidAsync("close");
            await (await _desk).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is disconnected, and its references are disposed.
        }
    }

    private Task<IJSObjectReference> KeepingAsync() =>
        _keeping ??= js.InvokeAsync<IJSObjectReference>("import", files["js/writing/field-drafts.js"]).AsTask();

    private Task<IJSObjectReference> DeskAsync() =>
        _desk ??= js.InvokeAsync<IJSObjectReference>("import", files["js/desk/desk.js"]).AsTask();
}
