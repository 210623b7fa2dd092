using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Acting;

/// <summary>
/// A part of a screen that shows the gathering and asks for changes: it draws what the view says, and says beside itself what stood in the
/// way.
/// </summary>
/// <typeparam name="TSession">The session of the screen.</typeparam>
public abstract class GatheringPart<TSession> : ComponentBase
    where TSession : GatheringSession
{
    [CascadingParameter]
    public TSession Session { get; set; } = null!;

    /// <summary>What is shown now. It is handed down with each change, so that the part is drawn again.</summary>
    [Parameter]
    public GatheringView View { get => field ?? Session.View; set; } = null!;

    /// <summary>What was said to the last thing that was asked for here, or null.</summary>
    protected string? Status { get; set; }

    protected Task<bool> AskAsync(Change change) => TryAsync(Session.AskAsync(change));

    protected async Task<bool> TryAsync(Task<string?> asked)
    {
        Status = await asked;
        return Status is null;
    }
}
