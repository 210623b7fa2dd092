using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console;

/// <summary>The common clock, and the button that moves everybody to the next step.</summary>
public partial class TimePanel : GatheringPart<ConsoleSession>
{
    private ClockReading? _reading;
    private bool _warned;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    /// <summary>Raised when the last step is done, to end the group work.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    /// <summary>Raised when the pairs must be made, or shown, first.</summary>
    [Parameter]
    public EventCallback OnPairs { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(View.Clock, _reading, Time);

    private Phase? Next => View.Position + 1 < View.Plan.Count ? View.Plan[View.Position + 1] : null;

    private string Title => View switch
    {
        { Plan.Count: 0 } => T["NotPlanned"],
        { ClosedAt: not null } => T["Ended"],
        { Phase: not null } => Phases.NameAt(View, View.Position),
        _ => T["NotBegun"],
    };

    /// <summary>A warning when the next step needs pairs and there are none; null otherwise.</summary>
    private string? Warning => View.Pairs.Count > 0 || Next is not { } next ? NextRoundWarning
        : View.Proposal.Count > 0 && next.Kind > PhaseKind.CheckIn ? T["ProposalNotShown"].Value
        : next.Kind > PhaseKind.Writing ? T["NobodyPaired"].Value
        : null;

    // A round cannot begin without its pairs, so there is no way past this warning.
    private string? NextRoundWarning => NextRound is { } round && View.Pairs.Count > 0 && View.PairsIn(round).Count == 0
        ? T[View.ProposedLater.Count > 0 ? "NextRoundNotShown" : "NextRoundHasNoPairs", round + 1].Value
        : null;

    private int? NextRound => View.RoundAt(View.Position + 1) is var round && round > View.Round ? round : null;

    private string NextName => NextRound is { } round
        ? T["NextRound", round + 1]
        : T[View.Position < 0 ? "Start" : "NextPhase", Phases.NameAt(View, View.Position + 1)];

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

    // The change has the position it moves from: when two press at once, one moves everybody and the other is told that it is done.
    private Task<bool> EnterAsync(int to) => AskAsync(new PhaseEntered(View.Position, to));
}
