namespace DelingIPraksis.Domain.Pairing;

/// <summary>Several rounds planned together: for one day with new partners in each round, or for a year's gatherings.</summary>
/// <param name="Rounds">The rounds in order. The cost of each counts the rounds before it as history.</param>
/// <param name="Repeats">How many meetings are repeated meetings.</param>
/// <param name="FewestRepeats">A lower bound for the number of repeats.</param>
public sealed record RoundPlan(IReadOnlyList<PairingSolution> Rounds, int Repeats, int FewestRepeats) : PairingOutcome
{
    /// <summary>True only when proved: no plan has fewer repeated meetings.</summary>
    public bool Unavoidable => Repeats == FewestRepeats;
}
