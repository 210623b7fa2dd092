using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Acting;

/// <summary>
/// A part of a screen that shows the gathering and submits changes. It renders the view, and shows errors next to itself.
/// </summary>
/// <typeparam name="TSession">The session of the screen.</typeparam>
public abstract class GatheringPart<TSession> : ComponentBase
    where TSession : GatheringSession
{
    [CascadingParameter]
    public TSession Session { get; set; } = null!;

    /// <summary>The session of the screen. It is passed down at each change, so that the part is rendered again.</summary>
    [Parameter]
    public GatheringView View { get => field ?? Session.View; set; } = null!;

    /// <summary>The reply to the last change from this part, or null.</summary>
    protected string? Status { get; set; }

    protected Task<bool> AskAsync(Change change) => TryAsync(Session.AskAsync(change));

    protected async Task<bool> TryAsync(Task<string?> asked)
    {
        Status = await asked;
        return Status is null;
    }
}
