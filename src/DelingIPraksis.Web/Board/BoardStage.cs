using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>Where one board stands. Somebody who is writing when the others move on stays behind until the field is left.</summary>
/// <param name="Position">The place in the plan; -1 before it has begun.</param>
/// <param name="Closed">Whether the group work is over.</param>
/// <param name="Turn">Whose turn it is in the pair, in a phase with turns; 0 otherwise.</param>
public sealed record BoardStage(int Position, bool Closed, int Turn = 0)
{
    /// <summary>Where the others are.</summary>
    public static BoardStage Of(GatheringView view) =>
        new(view.Position, view.ClosedAt is not null, view is { Phase.HasTurns: true, OwnPair: { } pair } ? pair.Turn : 0);

    /// <summary>Whether it is the same step, whoever's turn it is.</summary>
    public bool IsStepOf(BoardStage other) => (Position, Closed) == (other.Position, other.Closed);

    /// <summary>The phase shown, or null before the first and after the last.</summary>
    public PhaseKind? Kind(GatheringView view) => Closed || Position < 0 || Position >= view.Plan.Count ? null : view.Plan[Position].Kind;

    /// <summary>The name that the texts of this stage begin with.</summary>
    public string TextKey(GatheringView view) => Closed ? "PhaseClosed" : Kind(view) is { } kind ? $"Phase{kind}" : "PhaseBefore";

    /// <summary>Who presents on this board.</summary>
    public Id<Party> PresenterOf(Pair pair) => pair.Members[Math.Min(Turn, pair.Members.Count - 1)];
}
