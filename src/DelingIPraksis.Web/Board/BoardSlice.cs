using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// The parts of a gathering that one board shows. Unchanged parts are the same references, so they are compared quickly. The slice only
/// decides whether there is anything new to draw; the board draws from <see cref="GatheringView"/>.
/// </summary>
internal sealed record BoardSlice(
    GatheringFacts Facts, Role Role, IReadOnlyList<Phase> Plan, PlainText Theme, Place Place, DateTimeOffset? ClosedAt,
    IReadOnlyList<Message> Messages,
    Publication? Publication,
    Pair? Pair,
    bool PairsAreShown,
    PartyWork? First,
    PartyWork? Second,
    PartyWork? Third
)
{
    public static BoardSlice Of(Gathering gathering, Actor actor)
    {
        var workshop = gathering.Workshop;
        var own = gathering.PartyOf(actor);
        var pair = own is { } party ? workshop.PairOf(party) : null;
        return new(
            gathering.Facts, gathering.RoleOf(actor), workshop.Plan, workshop.Theme, workshop.PlaceOf(pair), workshop.ClosedAt,
            workshop.Messages, gathering.Publication, pair, !workshop.Pairs.IsEmpty,
            Work(0) ?? (own is { } alone ? workshop.WorkOf(alone) : null), Work(1), Work(2));

        PartyWork? Work(int place) => pair?.Members.Count > place ? workshop.WorkOf(pair.Members[place]) : null;
    }
}
