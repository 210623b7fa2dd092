using DelingIPraksis.Web.Shell;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// The browser's side of the desk: what is typed is kept there until it is saved, keys press what is seen, and words are merged.
/// </summary>
internal sealed class DeskScript(IJSRuntime js, WebFiles files) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _keeping;
    private Task<IJSObjectReference>? _desk;

    /// <summary>Gives back what was typed and never saved, and keeps what is typed from now on.</summary>
    public async Task KeepAsync() => await (await KeepingAsync()).InvokeVoidAsync("keep");

    /// <summary>A text is saved: the browser need not keep it, unless the field says something else already.</summary>
    public async Task ForgetAsync(string field, string? text = null) => await (await KeepingAsync()).InvokeVoidAsync("forget", field, text);

    /// <summary>Listens to keys and to what is drawn across the desk.</summary>
    public async Task OpenAsync() => await (await DeskAsync()).InvokeVoidAsync("open");

    /// <summary>What two have done to a text that both began from, word by word; null where they have changed the same words.</summary>
    public async Task<string?> MergeAsync(string from, string mine, string theirs) =>
        await (await DeskAsync()).InvokeAsync<string?>("merged", from, mine, theirs);

    /// <summary>Gives an element the focus, when it is there.</summary>
    public async Task FocusAsync(string selector) => await (await DeskAsync()).InvokeVoidAsync("focus", selector);

    /// <summary>Whether single keys are listened to in this browser.</summary>
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
            // The browser has gone, and its references with it.
        }
    }

    private Task<IJSObjectReference> KeepingAsync() =>
        _keeping ??= js.InvokeAsync<IJSObjectReference>("import", files["js/writing/field-drafts.js"]).AsTask();

    private Task<IJSObjectReference> DeskAsync() =>
        _desk ??= js.InvokeAsync<IJSObjectReference>("import", files["js/desk/desk.js"]).AsTask();
}
