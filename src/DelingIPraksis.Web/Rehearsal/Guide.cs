using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// What one who leads a rehearsal would do next: shows the pairs, begins, answers those who ask, and goes on when all are done or the time
/// is
/// up. Like <see cref="Behaviour"/> it decides from what it can see, so that a person may lead in between.
/// </summary>
internal static class Guide
{
    /// <summary>The next thing to do, or null when one waits. That pairs are to be proposed is for the caller, who can find them.</summary>
    /// <param name="view">What the one who leads sees.</param>
    /// <param name="now">UTC.</param>
    /// <param name="thinking">How long a municipality thinks between two things it does.</param>
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

    /// <summary>In the plenary the notes are on the wall, a few more each time; afterwards the figures are there again.</summary>
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
        // Nobody says that they are done here; what is presented is to be heard.
        PhaseKind.Presentation => view.Pairs.All(pair =>
            pair.Turn == pair.Members.Count - 1 && view.Clock!.Elapsed(now) - pair.TurnBegan >= 3 * thinking
        ),
        PhaseKind.Plenary => true,
        _ => view.Joined().Keys.All(party => view.ProgressOf(party)!.Done),
    };
}
