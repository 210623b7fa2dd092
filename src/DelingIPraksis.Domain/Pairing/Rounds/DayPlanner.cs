namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Plans the rounds of one gathering together, so that everybody gets new partners in each. Nobody meets twice the same day while that can
/// be avoided; below that, the costs of all rounds are added and compared as one. One round after the other is solved with the others
/// fixed, until none gets better. For few parties all combinations are then searched, which proves the best; for many, the sum of the
/// best single rounds is the bound, and the gap is shown.
/// </summary>
public static class DayPlanner
{
    /// <summary>The largest number of rounds in one gathering.</summary>
    public const int MostRounds = 3;

    /// <summary>Solver name: all combinations are searched; always optimal.</summary>
    public const string Combinations = "combinations";

    /// <summary>Solver name: each round is the best with the others fixed; optimal when the bound is met.</summary>
    public const string RoundByRound = "round-by-round";

    /// <summary>Plans the rounds, or explains why they cannot be planned.</summary>
    /// <param name="day">The rounds to plan.</param>
    /// <returns>A <see cref="DayPlan"/> or a <see cref="PairingRefusal"/>.</returns>
    public static PairingOutcome Plan(DayProblem day)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day.Rounds, MostRounds);
        var keys = day.Problem.Parties.Select(party => party.Key).ToList();
        if (ProblemCheck.Refusal(day.Problem) is { } refusal)
            return refusal;
        if (keys.Count is 2 or 3 && day.Rounds + day.Standing.Count > 1)
            return new PairingRefusal(PairingRefusalCode.TooFewForRounds, keys, []);
        if (keys.Count == 0)
            return new DayPlan([.. Enumerable.Repeat<IReadOnlyList<PairingGroup>>([], day.Rounds)], default, default, Combinations);
        // A round that is impossible alone is impossible in every plan.
        for (var r = 0; r < day.Rounds; r++)
            if (PairingSolver.Solve(day.Round(r)) is PairingRefusal impossible)
                return impossible;

        var draft = new DayDraft(day);
        draft.Improve();
        var bound = draft.LowerBound();
        if (draft.Cost() == bound || !DayCombinations.Fits(keys.Count))
            return draft.Described(bound, RoundByRound);
        var search = new DayCombinations(day);
        var isProved = search.Improve(draft);
        return draft.Described(isProved ? draft.Cost() : bound, isProved ? Combinations : RoundByRound);
    }
}
