using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// A part of the console that shows the gathering and asks for changes; an answer that is not a plain yes stands beside the button.
/// </summary>
public abstract class Panel : ComponentBase
{
    [Parameter, EditorRequired]
    public GatheringView View { get; set; } = null!;

    [CascadingParameter]
    internal Conductor Conductor { get; set; } = null!;

    /// <summary>What was said to the last thing asked for here, or null.</summary>
    protected string? Said { get; private protected set; }

    private protected async Task<bool> AskAsync(Change change)
    {
        Said = await Conductor.AskAsync(change);
        return Said is null;
    }
}
