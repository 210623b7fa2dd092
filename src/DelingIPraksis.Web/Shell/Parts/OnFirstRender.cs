using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Runs a callback once, when its parent's content is on the screen. A page's own first render may come before the page has loaded its
/// data, and it does not come again. A script that is started there may never start.
/// </summary>
public sealed class OnFirstRender : ComponentBase
{
    [Parameter, EditorRequired]
    public Func<Task> Then { get; set; } = null!;

    protected override bool ShouldRender() => false;

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? Then() : Task.CompletedTask;
}
