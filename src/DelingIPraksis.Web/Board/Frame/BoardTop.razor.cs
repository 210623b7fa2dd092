using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>The head of the board. It is redrawn only when its own content has changed; a new note does not redraw it.</summary>
public partial class BoardTop : ComponentBase
{
    private (BoardStage, IReadOnlyList<Phase>, PhaseClock?, Pair?, GatheringFacts, HashSet<long>?)? _shown;
    private IReadOnlyList<Message> _messages = [];
    private bool _changed;
    private GatheringView _view = null!;
    private IReadOnlyList<PhaseStep> _ports = [];
    private TimeSpan _remaining;
    private long _asOf;
    private string _key = "";
    private object[] _words = [];

    [Parameter, EditorRequired]
    public BoardSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardStage Stage { get; set; } = null!;

    protected override void OnParametersSet()
    {
        _view = Session.View;
        var shown = (Stage, _view.Plan, _view.Clock, _view.OwnPair, _view.Facts, Session.Closed);
        _changed = shown != _shown || !_view.Messages.SequenceEqual(_messages);
        if (!_changed) return;
        _messages = _view.Messages;
        if (_shown is null || _view.Clock != _shown.Value.Item3) ReadClock();
        _shown = shown;
        _ports = [.. _view.Plan.Select((phase, place) => new PhaseStep(
            Phases.InRound(T[$"Phase{phase.Kind}Name"], _view, place), StateOf(place)))];
        (_key, _words) = Question();
    }

    protected override bool ShouldRender() => _changed;

    private void Redraw() => _changed = true;

    private void ReadClock()
    {
        _remaining = _view.Clock?.Remaining(Session.Time.GetUtcNow()) ?? TimeSpan.Zero;
        _asOf = Session.Time.GetTimestamp();
    }

    private PhaseStepState StateOf(int place) => (Stage.Closed, place - Stage.Position) switch
    {
        (true, _) or (_, < 0) => PhaseStepState.Done,
        (_, 0) => PhaseStepState.Now,
        _ => PhaseStepState.Next,
    };

    // In the phases with turns the question depends on whose turn it is.
    private (string Key, object[] Words) Question()
    {
        var key = Stage.TextKey(_view);
        var partners = NameList.Of(Session.Partners.Select(partner => partner.Name.Value), T);
        if (_view.OwnPair is not { } pair)
            return (Stage.Kind(_view) is { } kind && kind > PhaseKind.Writing ? "PhaseUnpaired" : Alone(key), [partners]);
        var own = Session.Seat.Party;
        var presenter = Stage.PresenterOf(pair);
        return Stage.Kind(_view) switch
        {
            PhaseKind.Presentation when presenter == own => ($"{key}Own", [partners]),
            PhaseKind.Presentation => (key, [Session.NameOf(presenter)]),
            PhaseKind.Feedback when pair.CommenterOf(presenter) == own => (key, [Session.NameOf(presenter)]),
            PhaseKind.Feedback when presenter == own => ($"{key}Own", [Session.NameOf(pair.CommenterOf(own))]),
            PhaseKind.Feedback => ($"{key}Other", [Session.NameOf(pair.CommenterOf(presenter)), Session.NameOf(presenter)]),
            _ => (key, [partners]),
        };
    }

    private static string Alone(string key) => key is "PhaseWriting" or "PhaseCheckIn" ? $"{key}Alone" : key;
}
