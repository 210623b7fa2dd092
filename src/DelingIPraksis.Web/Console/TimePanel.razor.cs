using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console;

/// <summary>The clock all share, and the one button that moves everybody on.</summary>
public partial class TimePanel : Panel
{
    private ClockReading? _reading;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    /// <summary>The last step is done, and the group work is to be ended.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(View.Clock, _reading, Time);

    private Phase? Next => View.Position + 1 < View.Plan.Count ? View.Plan[View.Position + 1] : null;

    private string Title => View switch
    {
        { Plan.Count: 0 } => T["NotPlanned"],
        { ClosedAt: not null } => T["Ended"],
        { Phase: { } phase } => Phases[phase.Kind.ToString()],
        _ => T["NotBegun"],
    };

    private Task<bool> PauseOrGoOnAsync() => AskAsync(Reading is { Paused: true } ? new ClockResumed() : new ClockPaused());

    // It says from where: of two who press at once, one moves everybody and the other is told that it is done.
    private Task<bool> EnterAsync(int to) => AskAsync(new PhaseEntered(View.Position, to));
}
