using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>A part of the desk: it draws what the view says, and says beside itself what stood in the way.</summary>
public abstract class DeskPart : ComponentBase
{
    [CascadingParameter]
    public DeskSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public GatheringView View { get; set; } = null!;

    /// <summary>What stood in the way of the last thing that was asked for here, or null.</summary>
    protected string? Said { get; set; }

    protected async Task<bool> TryAsync(Task<string?> asked)
    {
        Said = await asked;
        return Said is null;
    }
}
