namespace DelingIPraksis.Domain.Pairing;

/// <summary>The current groups, divided into those that can continue and those that must be re-paired.</summary>
internal sealed class RepairPlan
{
    private readonly PairingProblem _problem;
    private readonly CostModel _model;
    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, RunningGroup> _groupOf = new(StringComparer.Ordinal);
    private readonly List<string> _leftOver;
    private readonly DisruptionCosts _disturbances;
    private readonly PairingCost _asTheyAre;

    public RepairPlan(PairingProblem problem, IReadOnlyList<RunningGroup> running)
    {
        _problem = problem;
        _model = new CostModel(problem);
        _index = _model.Parties.Select((party, i) => (party.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        foreach (var group in running)
            foreach (var key in group.Keys)
                _groupOf[key] = group;
        _disturbances = new DisruptionCosts(_groupOf, _index.ContainsKey);
        var intact = running.Where(group => Present(group).Count() >= 2).ToList();
        Touchable = [.. intact.Where(KeepsTheRules)];
        _leftOver = [.. _index.Keys.Except(Touchable.SelectMany(group => group.Keys))];
        _asTheyAre = Touchable.Aggregate(
            new PairingCost(Disturbance: _disturbances.PartingAll()), (sum, group) => sum + Cost([.. Present(group)]));
    }

    /// <summary>The groups that can continue, but may be changed when that gives a better result.</summary>
    public IReadOnlyList<RunningGroup> Touchable { get; }

    /// <summary>
    /// The best placement of the left-over parties when these groups, and no others, may be changed; null when there is none.
    /// </summary>
    public Draft? Touching(IReadOnlyCollection<RunningGroup> touched)
    {
        HashSet<string> moving = [.. _leftOver, .. touched.SelectMany(Present)];
        if (moving.Count == 0)
            return new Draft([], touched, _asTheyAre);
        if (Part(moving) is not { } part || ProblemCheck.Refusal(part) is not null
            || PairingSolver.Solve(new CostModel(part, _disturbances.OfPair)) is not PairingSolution solution)
            return null;
        var before = touched.Aggregate(default(PairingCost), (sum, group) => sum + Cost([.. Present(group)]));
        return new Draft([.. solution.Groups.Select(group => group.Keys)], touched, _asTheyAre - before + solution.Cost);
    }

    /// <summary>A draft as a proposal: all groups, and the effect on each party.</summary>
    public RepairProposal Describe(Draft draft)
    {
        var kept = Touchable.Except(draft.Touched).Select(group => (IReadOnlyList<string>)[.. Present(group)]);
        IReadOnlyList<IReadOnlyList<string>> groups =
            [.. draft.Solved.Concat(kept).Select(InTurnOrder).OrderBy(keys => keys.Min(StringComparer.Ordinal), StringComparer.Ordinal)];
        PairingGroup[] described = [.. groups.Select(keys => PairingSolver.Describe(_model, Indices(keys)))];
        var affected = groups.SelectMany(after =>
            after.Select(key => RepairEffects.For(key, _groupOf.GetValueOrDefault(key), after, _index.ContainsKey))
        );
        return new RepairProposal(described, Strain(draft), draft.Cost, [.. affected.OfType<AffectedParty>()]);
    }

    /// <summary>How much a draft disrupts the groups that could have continued. Unchanged groups are not affected.</summary>
    public RepairCost Strain(Draft draft)
    {
        var (parted, getNew) = (0, 0);
        foreach (var after in draft.Solved)
        {
            foreach (var key in after)
            {
                if (!_groupOf.TryGetValue(key, out var group) || Present(group).Count() < 2) continue;
                if (group.Progress >= GroupProgress.Commenting && Present(group).Any(partner => !after.Contains(partner))) parted++;
                if (after.Any(other => !group.Keys.Contains(other))) getNew++;
            }
        }

        return new RepairCost(parted, getNew);
    }

    private PairingCost Cost(IReadOnlyList<string> keys) => _model.Group(Indices(keys)) with { Disturbance = _disturbances.Inside(keys) };

    private int[] Indices(IReadOnlyList<string> keys) => [.. keys.Select(key => _index[key])];

    private IEnumerable<string> Present(RunningGroup group) => group.Keys.Where(_index.ContainsKey);

    private bool KeepsTheRules(RunningGroup group)
    {
        var present = Present(group).ToHashSet(StringComparer.Ordinal);
        return !_problem.Forbidden.Any(pair => present.Contains(pair.First) && present.Contains(pair.Second))
            && _problem.Pinned.All(pair => present.Contains(pair.First) == present.Contains(pair.Second));
    }

    private IReadOnlyList<string> InTurnOrder(IReadOnlyList<string> keys)
    {
        var going = keys.GroupBy(key => _groupOf.GetValueOrDefault(key)).FirstOrDefault(part => part.Key is not null && part.Count() > 1);
        return going is null ? keys : [.. going.Key!.Keys.Where(keys.Contains), .. keys.Except(going)];
    }

    // Null when a pin connects this part with a party outside it, because the pin would be broken.
    private PairingProblem? Part(HashSet<string> keys)
    {
        return _problem.Pinned.Any(pair => keys.Contains(pair.First) != keys.Contains(pair.Second))
            ? null
            : _problem with
            {
                Parties = [.. _problem.Parties.Where(party => keys.Contains(party.Key))],
                Pinned = [.. _problem.Pinned.Where(Within)],
                Forbidden = [.. _problem.Forbidden.Where(Within)],
                Wishes = [.. _problem.Wishes.Where(Within)],
                RightPartners = [.. _problem.RightPartners.Where(Within)],
                WrongPartners = [.. _problem.WrongPartners.Where(Within)],
                Host = _problem.Host is { } host && keys.Contains(host) ? host : null,
            };

        bool Within(PartyPair pair) => keys.Contains(pair.First) && keys.Contains(pair.Second);
    }
}

/// <summary>A possible re-pairing, before it is described.</summary>
/// <param name="Solved">The new groups.</param>
/// <param name="Touched">The groups that were split up for it.</param>
/// <param name="Cost">The cost of all groups, new and old.</param>
internal sealed record Draft(
    IReadOnlyList<IReadOnlyList<string>> Solved, IReadOnlyCollection<RunningGroup> Touched, PairingCost Cost);
