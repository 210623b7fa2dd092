using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>The step that one board shows. When the others move on, a person who writes stays behind until leaving the field.</summary>
/// <param name="Position">The place in the plan; -1 before the first phase.</param>
/// <param name="Closed">Whether the group work is over.</param>
/// <param name="Turn">Whose turn it is in the pair, in a phase with turns; 0 otherwise.</param>
public sealed record BoardStage(int Position, bool Closed, int Turn = 0)
{
    /// <summary>The step that the others are on.</summary>
    public static BoardStage Of(GatheringView view) =>
        new(view.Position, view.ClosedAt is not null, view is { Phase.HasTurns: true, OwnPair: { } pair } ? pair.Turn : 0);

    /// <summary>Whether both are the same step, without regard to the turn.</summary>
    public bool IsStepOf(BoardStage other) => (Position, Closed) == (other.Position, other.Closed);

    /// <summary>The phase shown, or null before the first and after the last.</summary>
    public PhaseKind? Kind(GatheringView view) => Closed || Position < 0 || Position >= view.Plan.Count ? null : view.Plan[Position].Kind;

    /// <summary>The beginning of the text keys of this stage.</summary>
    public string TextKey(GatheringView view) => Closed ? "PhaseClosed" : Kind(view) is { } kind ? $"Phase{kind}" : "PhaseBefore";

    /// <summary>The party that presents on this board.</summary>
    public Id<Party> PresenterOf(Pair pair) => pair.Members[Math.Min(Turn, pair.Members.Count - 1)];
}
