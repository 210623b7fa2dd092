using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What the phases of earlier gatherings took, as advice for the next plan: the plan with corrected minutes, and why each is corrected.
/// </summary>
/// <remarks>
/// A phase gets the median of what it needed at the newest gatherings (<see cref="HeldPlan.Needs"/>), so that one odd day among three
/// changes nothing. It is corrected only when that is at least <see cref="Noticeable"/> minutes from the plan.
/// </remarks>
/// <param name="Plan">The plan that is corrected.</param>
/// <param name="Corrected">The same phases in the same order, with corrected minutes.</param>
/// <param name="Lessons">One for each phase that is corrected, or that was always skipped, in the order of the plan.</param>
/// <param name="Gatherings">How many gatherings it is learnt from.</param>
public sealed record PlanLessons(
    ImmutableList<Phase> Plan,
    ImmutableList<Phase> Corrected,
    ImmutableList<PlanLesson> Lessons,
    int Gatherings)
{
    /// <summary>How many of the newest gatherings count.</summary>
    public const int Newest = 5;

    /// <summary>A smaller difference, in minutes, is no lesson.</summary>
    public const int Noticeable = 2;

    private const int ShortestPhase = 1;
    private const int LongestPhase = 480;

    /// <summary>The planned minutes of the plan that is corrected.</summary>
    public int Minutes => Plan.Sum(phase => phase.Minutes);

    /// <summary>The planned minutes of the corrected plan.</summary>
    public int CorrectedMinutes => Corrected.Sum(phase => phase.Minutes);

    /// <summary>Learns from held gatherings, in any order.</summary>
    /// <param name="plan">The plan to correct, such as last year's.</param>
    /// <param name="held">The gatherings.</param>
    public static PlanLessons Of(ImmutableList<Phase> plan, IEnumerable<HeldPlan> held)
    {
        HeldPlan[] newest =
        [
            .. held.OrderByDescending(there => there.Date).ThenByDescending(there => there.Gathering.Value).Take(Newest),
        ];
        var needs = newest.SelectMany(there => there.Needs()).ToLookup(need => need.Key, need => need.Needed);
        var skipped = newest
            .SelectMany(there => there.Phases)
            .Where(phase => phase.Took is null)
            .CountBy(phase => phase.Key)
            .ToDictionary();
        var lessons = plan
            .Select((phase, place) => Lesson(place, phase, PhaseKey.Of(plan, place), needs, skipped))
            .OfType<PlanLesson>()
            .ToImmutableList();
        return new(plan, lessons.Aggregate(plan, Correct), lessons, newest.Length);
    }

    private static ImmutableList<Phase> Correct(ImmutableList<Phase> plan, PlanLesson lesson) =>
        plan.SetItem(lesson.Place, plan[lesson.Place] with { Minutes = lesson.Minutes });

    private static PlanLesson? Lesson(
        int place,
        Phase phase,
        PhaseKey key,
        ILookup<PhaseKey, TimeSpan> needs,
        Dictionary<PhaseKey, int> skipped
    )
    {
        TimeSpan[] took = [.. needs[key].Order()];
        if (took.Length == 0)
            return skipped.TryGetValue(key, out var times)
                ? new(PlanLessonKind.Skipped, place, phase, phase.Minutes, times, 0, 0)
                : null;
        // Of an even number the longer one in the middle: too little time costs more than too much.
        var minutes = Math.Clamp(InMinutes(took[took.Length / 2]), ShortestPhase, LongestPhase);
        if (Math.Abs(minutes - phase.Minutes) < Noticeable) return null;
        var kind = minutes > phase.Minutes ? PlanLessonKind.MoreTime : PlanLessonKind.LessTime;
        return new(kind, place, phase, minutes, took.Length, InMinutes(took[0]), InMinutes(took[^1]));
    }

    private static int InMinutes(TimeSpan time) => (int)Math.Round(time.TotalMinutes, MidpointRounding.AwayFromZero);
}

/// <summary>What a lesson says of its phase.</summary>
public enum PlanLessonKind
{
    /// <summary>It needs more minutes than planned.</summary>
    MoreTime,

    /// <summary>It needs fewer.</summary>
    LessTime,

    /// <summary>It was skipped every time. Its minutes are not corrected.</summary>
    Skipped,
}

/// <summary>One lesson.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Place">Where the phase stands in the plan.</param>
/// <param name="Phase">The phase, as planned.</param>
/// <param name="Minutes">How many minutes it gets instead, 1 to 480.</param>
/// <param name="Times">At how many gatherings that was seen.</param>
/// <param name="Least">The shortest it needed, in minutes.</param>
/// <param name="Most">The longest it needed, in minutes.</param>
public sealed record PlanLesson(PlanLessonKind Kind, int Place, Phase Phase, int Minutes, int Times, int Least, int Most)
{
    /// <summary>How many minutes more, or fewer when negative.</summary>
    public int Difference => Minutes - Phase.Minutes;
}
