using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Programme.Plan;

/// <summary>Adds a round to a plan: the phases of the exchange once more, with new partners.</summary>
internal static class PlanRounds
{
    /// <summary>Whether a phase is done with the partner, and so belongs to a round.</summary>
    public static bool IsOfExchange(Phase phase) => phase.Kind is >= PhaseKind.Presentation and <= PhaseKind.Prioritising;

    /// <summary>How many rounds a plan has.</summary>
    public static int CountOf(ImmutableList<Phase> plan) => Workshop.RoundAt(plan, plan.Count) + 1;

    /// <summary>The plan with a phase at another place. Where a round begins stays, and so the phase may come into another round.</summary>
    public static ImmutableList<Phase> Moved(ImmutableList<Phase> plan, int from, int to)
    {
        var moved = plan.RemoveAt(from).Insert(to, plan[from]);
        return [.. moved.Select((phase, place) => phase with { NewRound = plan[place].NewRound })];
    }

    /// <summary>The plan without a phase. When a round began with it, the round begins with the next of the exchange.</summary>
    public static ImmutableList<Phase> Without(ImmutableList<Phase> plan, int place)
    {
        var rest = plan.RemoveAt(place);
        return plan[place].NewRound && place < rest.Count && IsOfExchange(rest[place])
            ? rest.SetItem(place, rest[place] with { NewRound = true })
            : rest;
    }

    /// <summary>The plan with a copy of the exchange of its last round after it. The minutes can then be changed for each.</summary>
    public static ImmutableList<Phase> WithOneMore(ImmutableList<Phase> plan)
    {
        var last = CountOf(plan) - 1;
        var places = Enumerable.Range(0, plan.Count).Where(place => IsOfExchange(plan[place])).ToList();
        var copied = places.Where(place => Workshop.RoundAt(plan, place) == last).Select(place => plan[place]).ToList();
        if (copied.Count == 0) return plan;
        return plan.InsertRange(
            places[^1] + 1,
            copied.Select((phase, place) => phase with { NewRound = place == 0 })
        );
    }
}
