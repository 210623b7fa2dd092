namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Plans rounds so that nobody meets twice while that can be avoided. Solving the rounds one by one can end in unavoidable repeats. So
/// several plans are made (one by one with different seeds, and by the circle method of a round-robin tournament), each is improved by
/// solving one round again with the others fixed, and the best is kept. It stops when a plan is proved to have the fewest repeats.
/// </summary>
public static class RoundPlanner
{
    private const int MostRounds = 200;

    /// <summary>Plans the rounds, or explains why none can be planned.</summary>
    /// <param name="problem">The parties to pair in every round, and the history.</param>
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
