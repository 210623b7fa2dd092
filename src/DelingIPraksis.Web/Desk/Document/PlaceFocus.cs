using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Gives what a selector finds the focus, once it is drawn. The address changes by way of the browser, so a place is drawn some time after
/// it was asked for.
/// </summary>
public sealed class PlaceFocus : ComponentBase
{
    private string? _given;

    /// <summary>What gets the focus; null while it is not drawn yet.</summary>
    [Parameter, EditorRequired]
    public string? Selector { get; set; }

    [Inject]
    internal DeskScript Script { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Selector == _given) return;
        _given = Selector;
        if (Selector is not null) await Script.EnterAsync(Selector);
    }
}
