using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>Where one board stands. Somebody who is writing when everybody moves on stays behind until the field is left.</summary>
/// <param name="Position">The place in the plan; -1 before it has begun.</param>
/// <param name="Closed">Whether the group work is over.</param>
public sealed record BoardStage(int Position, bool Closed)
{
    /// <summary>Where everybody is.</summary>
    public static BoardStage Of(GatheringView view) => new(view.Position, view.ClosedAt is not null);

    /// <summary>The phase shown, or null before the first and after the last.</summary>
    public PhaseKind? Kind(GatheringView view) => Closed || Position < 0 || Position >= view.Plan.Count ? null : view.Plan[Position].Kind;

    /// <summary>The name that the texts of this stage begin with.</summary>
    public string TextKey(GatheringView view) => Closed ? "PhaseClosed" : Kind(view) is { } kind ? $"Phase{kind}" : "PhaseBefore";
}
