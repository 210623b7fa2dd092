using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Runs something once, when what it stands in is on the screen. A page's own first render may come before the page has read what it shows,
/// and then never again: a script that is started there may not be started at all.
/// </summary>
public sealed class OnFirstRender : ComponentBase
{
    /// <summary>What is run, once.</summary>
    [Parameter, EditorRequired]
    public Func<Task> Then { get; set; } = null!;

    protected override bool ShouldRender() => false;

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? Then() : Task.CompletedTask;
}
