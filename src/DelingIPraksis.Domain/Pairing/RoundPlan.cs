namespace DelingIPraksis.Domain.Pairing;

/// <summary>Several rounds planned together: a day with new partners in each, or a year's gatherings ahead.</summary>
/// <param name="Rounds">The rounds in order; the cost of each counts the rounds before it as history.</param>
/// <param name="Repeats">How many meetings are not the first between the two.</param>
/// <param name="FewestRepeats">No plan can have fewer.</param>
public sealed record RoundPlan(IReadOnlyList<PairingSolution> Rounds, int Repeats, int FewestRepeats) : PairingOutcome
{
    /// <summary>True only when proved: nobody meets again more than cannot be avoided.</summary>
    public bool Unavoidable => Repeats == FewestRepeats;
}
