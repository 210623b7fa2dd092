namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Plans rounds so that nobody meets twice while it can be avoided. Solving one round after the other may paint itself into a corner, so
/// several plans are made (one after the other with different draws; the circle of a round-robin tournament), each is improved by
/// solving one round anew with all the others fixed, and the best is kept. It stops as soon as a plan is proved to have the fewest repeats.
/// </summary>
public static class RoundPlanner
{
    private const int MostRounds = 200;

    /// <summary>Plans, or says what stands in the way.</summary>
    /// <param name="problem">Who is to be paired in every round, and what has been before.</param>
    /// <param name="rounds">How many rounds, from 1 to 200.</param>
    public static PairingOutcome Plan(PairingProblem problem, int rounds)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, MostRounds);
        if (PairingSolver.Solve(problem) is PairingRefusal refusal)
            return refusal;

        var draft = new RoundDraft(problem, rounds);
        var fewest = draft.FewestRepeats();
        List<Round>? best = null;
        foreach (var start in draft.Starts())
        {
            var plan = draft.Improved(start, fewest);
            if (best is null || draft.Repeats(plan).CompareTo(draft.Repeats(best)) < 0)
                best = plan;
            if (draft.Repeats(best).Number == fewest)
                break;
        }
        return new RoundPlan(draft.Described(best!), draft.Repeats(best!).Number, fewest);
    }
}

/// <summary>The groups of one round.</summary>
internal sealed record Round(IReadOnlyList<IReadOnlyList<string>> Groups);
