using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Console.Afterwards;

/// <summary>
/// A finished session: who came, what they did, and how long each phase took. For facilitators, organisers and observers.
/// </summary>
public sealed partial class AfterwardsPage : ComponentBase
{
    // Below this part of the planned time the plan was not followed.
    private const double Kept = .9;

    private GatheringView? _view;
    private SessionSummary? _summary;
    private PromiseTally _promises;
    private Evaluation _told = Evaluation.Nothing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal GatheringLog Log { get; set; } = null!;

    [Inject]
    internal IEvaluationAnswers Answers { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var gathering = await Rooms.ReadAsync(id);
        var view = GatheringView.For(gathering, await Visitor.AsAccountAsync());
        if (!view.FollowsAll)
        {
            Navigation.NotFound();
            return;
        }

        _promises = PromiseTally.Of(gathering);
        if (view.MayHaveBriefs) _told = await Answers.LookAsync(id);
        (_view, _summary) = (view, SessionSummary.Of(gathering, await Log.ReadAfterAsync(id, 0), Time.GetUtcNow()));
    }

    private string Lead(SessionSummary summary) =>
        T["Lead", summary.Parties.Count(party => party.Attended), summary.Parties.Count, summary.Parties.Sum(party => party.People)];

    /// <summary>
    /// The one sentence for next time: what was skipped, the phase that ran over most, or a plan that was too long.
    /// </summary>
    private string TimeLesson(SessionSummary summary)
    {
        if (_view!.ClosedAt is null) return T["LessonNotYet"];
        var (took, planned) = (Minutes(summary.Took), Minutes(summary.TotalPlanned));
        if (summary.Skipped > 0) return T["LessonSkipped", took, planned, summary.Skipped];
        if (summary.Phases.MaxBy(stay => stay.Over) is { Over.TotalMinutes: >= 1 } longest)
            return T["LessonOver", Phases[longest.Kind.ToString()].Value, Minutes(longest.Over), Minutes(longest.Took)];
        return took < planned * Kept ? T["LessonShort", took, planned] : T["LessonKept"];
    }

    private string Difference(PhaseDuration stay) => Minutes(stay.Over) switch
    {
        0 => T["AsPlanned"],
        > 0 and var over => T["Longer", over],
        var under => T["Shorter", -under],
    };

    private string Deeds(PartyActivity party)
    {
        if (!party.Attended) return T["DidNotCome"];
        var done = new List<string>();
        if (party.Progress is { Challenge: > 0 } or { Solutions: > 0 }) done.Add(T["DidWrite"]);
        if (party.Progress.HandedOver) done.Add(T["DidGiveFeedback"]);
        if (party.Progress.Answered) done.Add(T["DidAnswer"]);
        return done.Count == 0 ? T["DidNothingYet"] : string.Join(" · ", done);
    }

    private static int Minutes(TimeSpan time) => (int)Math.Round(time.TotalMinutes, MidpointRounding.AwayFromZero);
}
