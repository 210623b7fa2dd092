using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>What <c>./run pair</c> answers when several rounds are asked for, as JSON; described in <c>docs/pairing.md</c>.</summary>
/// <param name="Rounds">The rounds in order.</param>
/// <param name="Repeats">How many meetings are between two who have met in an earlier round of the day.</param>
/// <param name="FewestRepeats">True only when proved: fewer cannot be had.</param>
/// <param name="Cost">The cost of all rounds by component. <c>disturbance</c> counts those who meet again the same day.</param>
/// <param name="LowerBound">No plan can cost less than this.</param>
/// <param name="Optimal">True only when proved.</param>
/// <param name="Solver">The method that was used.</param>
/// <param name="Milliseconds">The time of the solver, without the start of the program.</param>
internal sealed record RoundsAnswer(
    IReadOnlyList<RoundsAnswer.Round> Rounds,
    int Repeats,
    bool FewestRepeats,
    PairingCost Cost,
    PairingCost LowerBound,
    bool Optimal,
    string Solver,
    double Milliseconds)
{
    /// <summary>The groups of one round, in turn order, and the reasons of each.</summary>
    public sealed record Round(
        IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<IReadOnlyList<PairAnswer.Reason>> Reasons);

    public static RoundsAnswer Of(DayPlan plan, TimeSpan took, Func<PairingReason, string> say) => new(
        [.. plan.Rounds.Select(groups => new Round([.. groups.Select(group => group.Keys)], PairAnswer.ReasonsOf(groups, say)))],
        plan.Repeats,
        plan.FewestRepeats,
        plan.Cost,
        plan.LowerBound,
        plan.Optimal,
        plan.Solver,
        Math.Round(took.TotalMilliseconds, 3)
    );
}
