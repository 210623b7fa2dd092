namespace DelingIPraksis.Domain.Pairing;

/// <summary>The rounds of one gathering, planned together.</summary>
/// <param name="Rounds">The groups of each planned round, in order. The cost of a group does not count the other rounds.</param>
/// <param name="Cost">
/// The cost of all planned rounds. It does not depend on their order: who meets again the same day is in
/// <see cref="PairingCost.Disturbance"/>, and a second seat in a trio the same day counts as one more than the first.
/// </param>
/// <param name="LowerBound">No plan can cost less than this.</param>
/// <param name="Solver">Which method was used; see <see cref="DayPlanner"/>.</param>
public sealed record DayPlan(
    IReadOnlyList<IReadOnlyList<PairingGroup>> Rounds, PairingCost Cost, PairingCost LowerBound, string Solver) : PairingOutcome
{
    /// <summary>True only when proved: no plan costs less.</summary>
    public bool Optimal => Cost == LowerBound;

    /// <summary>How many meetings are between two who meet in another round of the day too; 0 when everybody gets new partners.</summary>
    public int Repeats { get; init; }

    /// <summary>True only when proved: no plan has fewer meetings again the same day.</summary>
    public bool FewestRepeats => Cost.Disturbance == LowerBound.Disturbance;
}
