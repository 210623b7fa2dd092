using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme;

/// <summary>A part of the programme: it draws what the view says, and says beside itself what stood in the way.</summary>
public abstract class ProgrammePart : ComponentBase
{
    [CascadingParameter]
    public ProgrammeSession Session { get; set; } = null!;

    /// <summary>What is shown now. It is handed down anew with each change, so that every part is drawn again.</summary>
    [CascadingParameter]
    public GatheringView View { get; set; } = null!;

    /// <summary>What stood in the way of the last thing that was asked for here, or null.</summary>
    protected string? Said { get; set; }

    protected async Task<bool> TryAsync(Task<string?> asked)
    {
        Said = await asked;
        return Said is null;
    }
}
