using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Console;

/// <summary>The console's keys: the script presses the visible control that says it answers to a key (<c>aria-keyshortcuts</c>).</summary>
internal sealed class ShortcutKeys(ConsoleScript script) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Every key with the name of its text, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Key, string Text)> All { get; } =
    [
        ("N", "KeyNext"), ("B", "KeyBack"), ("P", "KeyPause"), ("+", "KeyMore"), ("-", "KeyLess"), ("G", "KeyJump"),
        ("H", "KeyHelp"), ("J", "KeyDown"), ("K", "KeyUp"), ("Escape", "KeyClose"),
        ("E", "KeyPairOn"), ("T", "KeyPairTime"), ("S", "KeyFind"), ("O", "KeyOrder"),
        ("U", "KeyUndo"), ("L", "KeyLead"), ("M", "KeyMessage"), ("F", "KeyPairing"), ("R", "KeyPropose"), ("Q", "KeyCode"),
        ("V", "KeyWall"), ("W", "KeyWallNotes"), ("ArrowRight", "KeyWallOn"), ("ArrowLeft", "KeyWallBack"), ("?", "KeyList"),
    ];

    public async Task ListenAsync()
    {
        _module = await script.ImportAsync();
        await _module.InvokeVoidAsync("listen");
    }

    public ValueTask FocusAsync(string selector) => _module?.InvokeVoidAsync("focus", selector) ?? ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await _module.InvokeVoidAsync("hush");
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is closed, and its keys are removed.
        }
    }
}
