using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class PlanLessonsTests
{
    private static readonly Gen<ImmutableList<Phase>> Plans =
        Gen.Select(Gen.Enum<PhaseKind>(), Gen.Int[1, 60], (kind, minutes) => new Phase(kind, minutes, "Les høyt", "Lytt"))
            .List[1, 9]
            .Select(phases => phases.ToImmutableList());

    private static readonly Gen<(ImmutableList<Phase> Plan, ImmutableList<HeldPlan> Held)> Evidence =
        from plan in Plans
        from held in Gen.Select(Gen.Int[0, 300], Took(plan.Count)).List[0, 7]
            // No two on the same day: which of them is the newer would then be chance.
        select (plan, held.Index().Select(there => Held(plan, (there.Item.Item1 * 10) + there.Index, there.Item.Item2)).ToImmutableList());

    [Fact]
    public void The_corrected_plan_has_the_same_steps_and_words_in_the_same_order() => Evidence.Sample(told =>
        PlanLessons.Of(told.Plan, told.Held).Corrected.Select(phase => phase with { Minutes = 0 })
            .SequenceEqual(told.Plan.Select(phase => phase with { Minutes = 0 })));

    [Fact]
    public void Every_corrected_minute_is_between_the_shortest_and_the_longest_it_needed() => Evidence.Sample(told =>
        PlanLessons.Of(told.Plan, told.Held).Lessons.TrueForAll(lesson => lesson.Kind == PlanLessonKind.Skipped
            ? lesson.Difference == 0
            : lesson.Minutes >= Math.Max(1, lesson.Least) && lesson.Minutes <= Math.Max(1, lesson.Most)));

    [Fact]
    public void What_a_lesson_says_is_what_is_corrected_and_nothing_else_is() => Evidence.Sample(told =>
    {
        var learnt = PlanLessons.Of(told.Plan, told.Held);
        var byPlace = learnt.Lessons.ToDictionary(lesson => lesson.Place);
        return learnt.Corrected.Index().All(there => there.Item.Minutes
            == (byPlace.TryGetValue(there.Index, out var lesson) ? lesson.Minutes : told.Plan[there.Index].Minutes))
            && learnt.Lessons.TrueForAll(lesson => lesson.Phase == told.Plan[lesson.Place]);
    });

    [Fact]
    public void A_step_that_took_longer_never_leads_to_a_shorter_plan() =>
        (from told in Evidence
         where told.Held.Count > 0
         from which in Gen.Int[0, told.Held.Count - 1]
         from place in Gen.Int[0, told.Plan.Count - 1]
         from more in Gen.Int[0, 40]
         select (told, slower: told.Held.SetItem(which, Slower(told.Held[which], place, more))))
        .Sample(both => PlanLessons.Of(both.told.Plan, both.slower).Corrected
            .Zip(PlanLessons.Of(both.told.Plan, both.told.Held).Corrected)
            .All(phases => phases.First.Minutes >= phases.Second.Minutes));

    [Fact]
    public void A_corrected_plan_learns_nothing_more_from_the_same_gatherings() => Evidence.Sample(told =>
    {
        var corrected = PlanLessons.Of(told.Plan, told.Held).Corrected;
        return PlanLessons.Of(corrected, told.Held).Corrected.SequenceEqual(corrected);
    });

    [Fact]
    public void The_order_the_gatherings_are_told_in_means_nothing() =>
        (from told in Evidence from shuffled in Gen.Shuffle(told.Held.ToArray()) select (told, shuffled))
        .Sample(both => PlanLessons.Of(both.told.Plan, both.told.Held).Corrected
            .SequenceEqual(PlanLessons.Of(both.told.Plan, both.shuffled).Corrected));

    [Fact]
    public void Nothing_is_learnt_when_the_plan_was_kept_or_when_nothing_was_held() => Plans.Sample(plan =>
        PlanLessons.Of(plan, [Held(plan, 1, [.. plan.Select(phase => (int?)phase.Minutes)])]).Lessons.IsEmpty
        && PlanLessons.Of(plan, []) is { Lessons.IsEmpty: true, Gatherings: 0 });

    [Fact]
    public void One_odd_day_among_three_changes_nothing() =>
        (from plan in Plans from odd in Took(plan.Count) select (plan, odd))
        .Sample(told =>
        {
            int?[] kept = [.. told.plan.Select(phase => (int?)phase.Minutes)];
            HeldPlan[] held = [Held(told.plan, 1, kept), Held(told.plan, 2, told.odd), Held(told.plan, 3, kept)];
            return PlanLessons.Of(told.plan, held).Lessons.IsEmpty;
        });

    [Fact]
    public void Only_the_newest_gatherings_count()
    {
        ImmutableList<Phase> plan = [new(PhaseKind.Feedback, 10)];
        var old = Enumerable.Range(1, 20).Select(day => Held(plan, day, [25]));
        var newest = Enumerable.Range(100, PlanLessons.Newest).Select(day => Held(plan, day, [10]));
        Assert.Equal((PlanLessons.Newest, 0), Told(PlanLessons.Of(plan, [.. old, .. newest])));

        static (int, int) Told(PlanLessons learnt) => (learnt.Gatherings, learnt.Lessons.Count);
    }

    [Fact]
    public void Feedback_that_took_a_quarter_of_an_hour_every_time_gets_five_minutes_more()
    {
        ImmutableList<Phase> plan = [new(PhaseKind.Writing, 8), new(PhaseKind.Feedback, 10), new(PhaseKind.Plenary, 6)];
        var learnt = PlanLessons.Of(plan, [Held(plan, 1, [8, 14, 6]), Held(plan, 2, [9, 15, 6]), Held(plan, 3, [7, 17, 7])]);
        var lesson = Assert.Single(learnt.Lessons);
        Assert.Equal(
            (PlanLessonKind.MoreTime, 1, 15, 5, 3, 14, 17),
            (lesson.Kind, lesson.Place, lesson.Minutes, lesson.Difference, lesson.Times, lesson.Least, lesson.Most)
        );
        Assert.Equal((24, 29), (learnt.Minutes, learnt.CorrectedMinutes));
    }

    [Fact]
    public void A_step_that_was_cut_because_the_others_ran_over_is_not_made_shorter()
    {
        ImmutableList<Phase> plan = [new(PhaseKind.Feedback, 10), new(PhaseKind.Plenary, 6)];
        // Four minutes were taken from the plenary: it needed six. Without the delay it would have needed two.
        Assert.Equal([14, 6], Minutes(PlanLessons.Of(plan, [Held(plan, 1, [14, 2])])));
        Assert.Equal([10, 2], Minutes(PlanLessons.Of(plan, [Held(plan, 1, [10, 2])])));

        static int[] Minutes(PlanLessons learnt) => [.. learnt.Corrected.Select(phase => phase.Minutes)];
    }

    [Fact]
    public void A_step_that_is_always_skipped_is_told_and_left_as_it_is()
    {
        ImmutableList<Phase> plan = [new(PhaseKind.Writing, 8), new(PhaseKind.Prioritising, 4)];
        var learnt = PlanLessons.Of(plan, [Held(plan, 1, [8, null]), Held(plan, 2, [8, null])]);
        Assert.Equal((PlanLessonKind.Skipped, 2), (Assert.Single(learnt.Lessons).Kind, learnt.Lessons[0].Times));
        Assert.Equal(plan, learnt.Corrected);
    }

    [Fact]
    public void It_is_read_from_the_log_and_a_step_that_was_gone_back_to_counts_once()
    {
        var story = Story.WithPairs(2)
            .When(Story.Facilitator, new PhaseEntered(-1, 0)).Stands().After(TimeSpan.FromMinutes(5))
            .When(Story.Facilitator, new PhaseEntered(0, 1)).Stands().After(TimeSpan.FromMinutes(6))
            .When(Story.Facilitator, new PhaseEntered(1, 2)).Stands().After(TimeSpan.FromMinutes(1))
            .When(Story.Facilitator, new PhaseEntered(2, 1)).Stands().After(TimeSpan.FromMinutes(7));
        Assert.Null(HeldPlan.Of(story.Now, story.Log));

        story.When(Story.Facilitator, new WorkshopClosed()).Stands();
        var held = HeldPlan.Of(story.Now, story.Log)!;
        Assert.Equal([5, 13, 1, null, null, null, null, null], held.Phases.Select(phase => (int?)phase.Took?.TotalMinutes));
        Assert.Equal(8, held.Phases[1].Planned.TotalMinutes);
    }

    [Fact]
    public void A_step_that_nobody_remembered_to_end_says_nothing()
    {
        var story = Story.WithPairs(2)
            .When(Story.Facilitator, new PhaseEntered(-1, 0)).Stands().After(TimeSpan.FromMinutes(9))
            .When(Story.Facilitator, new PhaseEntered(0, 1)).Stands().After(TimeSpan.FromHours(3))
            .When(Story.Facilitator, new WorkshopClosed()).Stands();
        Assert.Equal([9, null], HeldPlan.Of(story.Now, story.Log)!.Phases.Take(2).Select(phase => (int?)phase.Took?.TotalMinutes));
    }

    private static Gen<int?[]> Took(int phases) => Gen.Int[0, 90].Select(minutes => minutes > 80 ? (int?)null : minutes).Array[phases];

    private static HeldPlan Held(ImmutableList<Phase> plan, int day, int?[] took) => new(
        new(new Guid(day, 0, 0, new byte[8])),
        new DateOnly(2020, 1, 1).AddDays(day),
        [
            .. plan.Select((phase, place) => new HeldPhase(
                PhaseKey.Of(plan, place),
                TimeSpan.FromMinutes(phase.Minutes),
                took[place] is { } minutes ? TimeSpan.FromMinutes(minutes) : null
            )),
        ]
    );

    private static HeldPlan Slower(HeldPlan held, int place, int minutes) => held with
    {
        Phases = held.Phases.SetItem(place, held.Phases[place] with
        {
            Took = held.Phases[place].Took + TimeSpan.FromMinutes(minutes),
        }),
    };
}
