using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// Decides what the facilitator of a rehearsal would do next: show the pairs, begin, answer help requests, and move on when all are done or
/// the time is up. Like <see cref="SimulatedParty"/> it uses only what it can see, so a person may lead in between.
/// </summary>
internal static class SimulatedFacilitator
{
    /// <summary>The next change, or null to wait. The caller proposes the pairs.</summary>
    /// <param name="view">The facilitator's view.</param>
    /// <param name="now">UTC.</param>
    /// <param name="thinking">The time that a party takes between two changes.</param>
    public static Change? Next(GatheringView view, DateTimeOffset now, TimeSpan thinking)
    {
        if (view.ClosedAt is not null || view.Clock is { PausedAt: not null }) return null;
        if (Answer(view, now, thinking) is { } answer) return answer;
        if (view.Pairs.Count == 0) return view.Proposal.Count > 0 ? new PairsShown() : null;
        if (view.Phase is not { } phase) return view.Position < 0 ? new PhaseEntered(-1, 0) : null;
        if (Show(view, phase) is { } shown) return shown;
        if (view.Clock!.Remaining(now) > TimeSpan.Zero && !IsDone(view, phase, now, thinking)) return null;
        return view.Position + 1 < view.Plan.Count ? new PhaseEntered(view.Position, view.Position + 1) : new WorkshopClosed();
    }

    private static HelpAnswered? Answer(GatheringView view, DateTimeOffset now, TimeSpan thinking) => view.Parties
        .Where(party => view.ProgressOf(party.Id)?.Help is { } help && now - help.At >= 2 * thinking)
        .OrderBy(party => view.ProgressOf(party.Id)!.Help!.At)
        .Select(party => new HelpAnswered(party.Id, RehearsalWords.Help))
        .FirstOrDefault();

    /// <summary>In the plenary the wall shows the notes, a few more each time; afterwards the counts again.</summary>
    private static WallSet? Show(GatheringView view, Phase phase) => (phase.Kind == PhaseKind.Plenary, view.WallShow) switch
    {
        (true, { Notes: false } wall) => new WallSet(Notes: true, wall.Names, 0, wall.Selection),
        (true, { Notes: true } wall) when wall.Slide + 1 < view.Wall.Slides => new WallSet(
            Notes: true,
            wall.Names,
            wall.Slide + 1,
            wall.Selection
        ),
        (false, { Notes: true } wall) => new WallSet(Notes: false, wall.Names, 0, wall.Selection),
        _ => null,
    };

    private static bool IsDone(GatheringView view, Phase phase, DateTimeOffset now, TimeSpan thinking) => phase.Kind switch
    {
        // Nobody presses «done» here, because a presentation is listened to.
        PhaseKind.Presentation => view.Pairs.All(pair =>
            pair.Turn == pair.Members.Count - 1 && view.Clock!.Elapsed(now) - pair.TurnBegan >= 3 * thinking
        ),
        PhaseKind.Plenary => true,
        _ => view.Joined().Keys.All(party => view.ProgressOf(party)!.Done),
    };
}
