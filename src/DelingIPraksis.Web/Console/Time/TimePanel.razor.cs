using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console;

/// <summary>The clock all share, and the one button that moves everybody on.</summary>
public partial class TimePanel : GatheringPart<ConsoleSession>
{
    private ClockReading? _reading;
    private bool _warned;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    /// <summary>The last step is done, and the group work is to be ended.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    /// <summary>The pairs are to be put together, or shown, first.</summary>
    [Parameter]
    public EventCallback OnPairs { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(View.Clock, _reading, Time);

    private Phase? Next => View.Position + 1 < View.Plan.Count ? View.Plan[View.Position + 1] : null;

    private string Title => View switch
    {
        { Plan.Count: 0 } => T["NotPlanned"],
        { ClosedAt: not null } => T["Ended"],
        { Phase: { } phase } => Phases[phase.Kind.ToString()],
        _ => T["NotBegun"],
    };

    /// <summary>What goes wrong when everybody is moved on now: to share needs somebody to share with; null when all is well.</summary>
    private string? Warning => View.Pairs.Count > 0 || Next is not { } next ? null
        : View.Proposal.Count > 0 && next.Kind > PhaseKind.CheckIn ? T["ProposalNotShown"].Value
        : next.Kind > PhaseKind.Writing ? T["NobodyPaired"].Value
        : null;

    private async Task NextAsync()
    {
        if (Next is null)
            await OnEnd.InvokeAsync();
        else if (Warning is not null)
            _warned = true;
        else
            await EnterAsync(View.Position + 1);
    }

    private Task<bool> GoOnAsync()
    {
        _warned = false;
        return EnterAsync(View.Position + 1);
    }

    private Task SeePairsAsync()
    {
        _warned = false;
        return OnPairs.InvokeAsync();
    }

    // It says from where: of two who press at once, one moves everybody and the other is told that it is done.
    private Task<bool> EnterAsync(int to) => AskAsync(new PhaseEntered(View.Position, to));
}
