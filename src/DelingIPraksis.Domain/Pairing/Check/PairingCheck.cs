namespace DelingIPraksis.Domain.Pairing;

/// <summary>Judges a pairing that somebody has made by hand. Pure, as <see cref="PairingSolver"/> is.</summary>
public static class PairingCheck
{
    /// <summary>Judges the groups, or explains why they cannot be judged.</summary>
    /// <param name="problem">The parties and everything that affects the pairing.</param>
    /// <param name="groups">
    /// The groups, by key: pairs, and one trio when the number is odd. Every party is in exactly one.
    /// </param>
    /// <returns>A <see cref="PairingVerdict"/> or a <see cref="PairingRefusal"/>.</returns>
    public static PairingOutcome Judge(PairingProblem problem, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(groups);
        if ((ProblemCheck.Refusal(problem) ?? RefusalOf(problem, groups)) is { } refusal)
            return refusal;
        if (groups.Count == 0)
            return new PairingVerdict([], [], default, (PairingSolution)PairingSolver.Solve(problem));

        var model = new CostModel(problem);
        var index = model.Parties.Select((party, i) => (party.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        int[][] numbers = [.. groups.Select(group => group.Select(key => index[key]).ToArray())];
        PairingGroup[] described = [.. numbers.Select(group => PairingSolver.Describe(model, group))];
        return new PairingVerdict(
            described,
            [.. RulesOf(model, numbers)],
            described.Aggregate(model.Base, (sum, group) => sum + group.Cost),
            PairingSolver.Best(model)
        );
    }

    private static PairingRefusal? RefusalOf(PairingProblem problem, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var waiting = problem.Parties.Select(party => party.Key).ToHashSet(StringComparer.Ordinal);
        var known = waiting.ToHashSet(StringComparer.Ordinal);
        int? trio = null;
        foreach (var (place, group) in groups.Index())
        {
            if (group.FirstOrDefault(key => !known.Contains(key)) is { } stranger)
                return Refuse(PairingRefusalCode.UnknownInGroup, [stranger], place);
            if (group.FirstOrDefault(key => !waiting.Remove(key)) is { } twice)
                return Refuse(PairingRefusalCode.TwiceInGroups, [twice], place);
            if (group.Count is not (2 or 3))
                return Refuse(PairingRefusalCode.GroupSize, group, place);
            if (group.Count == 2)
                continue;
            // Everybody is in one group of two or three, so an even number of parties has an even number of trios.
            if (trio is not null || problem.Parties.Count % 2 == 0)
                return Refuse(PairingRefusalCode.TooManyTrios, group, place);
            trio = place;
        }
        return waiting.Count > 0
            ? Refuse(PairingRefusalCode.MissingInGroups, [.. problem.Parties.Select(party => party.Key).Where(waiting.Contains)], null)
            : null;
    }

    private static PairingRefusal Refuse(PairingRefusalCode code, IReadOnlyList<string> keys, int? place) =>
        new(code, keys, []) { Group = place };

    private static IEnumerable<RuleVerdict> RulesOf(CostModel model, int[][] groups)
    {
        var groupOf = groups.SelectMany((group, g) => group.Select(i => (i, g))).ToDictionary(p => p.i, p => p.g);
        foreach (var (a, b) in InOrder(model.PinnedPairs))
            yield return Of(CheckedRule.Pinned, (a, b), isBroken: groupOf[a] != groupOf[b]);
        foreach (var (a, b) in InOrder(model.ForbiddenPairs))
            yield return Of(CheckedRule.Forbidden, (a, b), isBroken: groupOf[a] == groupOf[b]);

        (int A, int B)[] together = [.. groups.SelectMany(group => group.SelectMany((a, i) => group.Skip(i + 1).Select(b => (a, b))))];
        yield return new RuleVerdict(
            CheckedRule.NewPartner, [], [.. together.Where(pair => model.MeetingHistory.Met(pair.A, pair.B).Times > 0).Select(Keys)]);
        yield return new RuleVerdict(
            CheckedRule.NotLastTime, [], [.. together.Where(pair => model.MeetingHistory.MetLastTime(pair.A, pair.B)).Select(Keys)]);
        if (groups.FirstOrDefault(group => group.Length == 3) is { } trio)
            yield return new RuleVerdict(
                CheckedRule.NewInTrio,
                [],
                [.. trio.Where(i => model.MeetingHistory.Trios(i).Times > 0).Select(i => (IReadOnlyList<string>)[model.Parties[i].Key])]
            );

        RuleVerdict Of(CheckedRule rule, (int A, int B) pair, bool isBroken) => new(rule, Keys(pair), isBroken ? [Keys(pair)] : []);

        IReadOnlyList<string> Keys((int A, int B) pair) => [model.Parties[pair.A].Key, model.Parties[pair.B].Key];
    }

    private static IEnumerable<(int First, int Second)> InOrder(IEnumerable<(int First, int Second)> pairs) => pairs.Order();
}
