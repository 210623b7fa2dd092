using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>What each phase of a held gathering really took. Times only, no texts.</summary>
/// <param name="Gathering">Which gathering.</param>
/// <param name="Date">The day it was held.</param>
/// <param name="Phases">Each phase of its plan, in the order of the plan.</param>
public sealed record HeldPlan(Id<Gathering> Gathering, DateOnly Date, ImmutableList<HeldPhase> Phases)
{
    // A phase that is left open over a lunch, or until somebody remembers to end it, says nothing of what it takes.
    private const int ForgottenTimes = 3;
    private static readonly TimeSpan _forgottenOver = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Reads a log. Null for a gathering that has not ended, for a rehearsal, and when the group work was not led here.
    /// </summary>
    /// <param name="gathering">The gathering that the log folds to.</param>
    /// <param name="log">All its entries, in order.</param>
    public static HeldPlan? Of(Gathering gathering, IReadOnlyList<Entry> log)
    {
        if (gathering.Workshop.ClosedAt is not { } closed || gathering.RehearsalOf is not null) return null;
        var times = PhaseDuration.In(log, closed)
            .Where(stay => !IsForgotten(stay))
            .GroupBy(stay => new PhaseKey(stay.Kind, stay.Nth))
            .ToDictionary(stays => stays.Key, Sum);
        if (times.Count == 0) return null;
        var plan = gathering.Workshop.Plan;
        return new(
            gathering.Id,
            gathering.Facts.Date,
            [
                .. plan.Select((phase, place) =>
                {
                    var key = PhaseKey.Of(plan, place);
                    return times.TryGetValue(key, out var time)
                        ? new HeldPhase(key, time.Planned, time.Took)
                        : new HeldPhase(key, TimeSpan.FromMinutes(phase.Minutes), null);
                }),
            ]
        );
    }

    /// <summary>
    /// What each held phase needed. A phase that was cut because the earlier ones ran over needed more than it got: what it lacked is
    /// added, up to the time the others took from it.
    /// </summary>
    public IEnumerable<(PhaseKey Key, TimeSpan Needed)> Needs()
    {
        var late = TimeSpan.Zero;
        foreach (var phase in Phases)
        {
            if (phase.Took is not { } took) continue;
            var lacked = phase.Planned - took;
            var taken = late < lacked ? late : lacked;
            yield return (phase.Key, taken > TimeSpan.Zero ? took + taken : took);
            late -= lacked;
        }
    }

    private static bool IsForgotten(PhaseDuration stay) => stay.Took > stay.Planned * ForgottenTimes && stay.Over > _forgottenOver;

    // A phase that was gone back to was planned once.
    private static (TimeSpan Planned, TimeSpan Took) Sum(IEnumerable<PhaseDuration> stays) =>
        stays.Aggregate((TimeSpan.Zero, TimeSpan.Zero), (sum, stay) => (stay.Planned, sum.Item2 + stay.Took));
}

/// <summary>A phase of a held plan.</summary>
/// <param name="Key">Which.</param>
/// <param name="Planned">How long it was planned to last.</param>
/// <param name="Took">How long it lasted in all, pauses included; null when it was skipped, or when nobody ended it.</param>
public sealed record HeldPhase(PhaseKey Key, TimeSpan Planned, TimeSpan? Took);
