namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Re-pairing while the groups are at work. Groups that can continue do so. The left-over parties are paired by the same solver, alone or
/// together with one or two groups that are changed. The least disruptive proposals come first.
/// </summary>
public static class Repairing
{
    private const int MostProposals = 3;

    // Changing two groups is tried only with the groups that are best to change alone.
    private const int MostForTwo = 10;

    /// <summary>Proposes re-pairings, or explains why none is possible.</summary>
    /// <param name="problem">The parties that are present now, with the history and the rules.</param>
    /// <param name="running">The groups before, including parties that have left.</param>
    public static PairingOutcome Propose(PairingProblem problem, IReadOnlyList<RunningGroup> running)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(running);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] doubles = [.. running.SelectMany(group => group.Keys).Where(key => !seen.Add(key)).Distinct()];
        if (doubles.Length > 0)
            return new PairingRefusal(PairingRefusalCode.DoubleParty, doubles, []);
        if (ProblemCheck.Refusal(problem) is { } refusal)
            return refusal;

        var morning = new RepairPlan(problem, running);
        var drafts = Drafts(morning);
        if (drafts.Count == 0)
            return PairingSolver.Solve(problem);
        var proposals = new List<RepairProposal>();
        foreach (var draft in drafts.OrderBy(morning.Strain).ThenBy(draft => draft.Cost))
        {
            if (morning.Describe(draft) is var proposal && !proposals.Exists(known => SameGroups(known, proposal)))
                proposals.Add(proposal);
            if (proposals.Count == MostProposals)
                break;
        }
        return new RepairProposals(proposals);
    }

    private static List<Draft> Drafts(RepairPlan morning)
    {
        var byGroup = morning.Touchable.Select(group => (Group: group, Draft: morning.Touching([group])))
            .Where(p => p.Draft is not null).OrderBy(p => p.Draft!.Cost).ToList();
        var byTwo = Pairs(Math.Min(byGroup.Count, MostForTwo))
            .Select(p => morning.Touching([byGroup[p.Item1].Group, byGroup[p.Item2].Group]));
        List<Draft> drafts = [.. new[] { morning.Touching([]) }.Concat(byGroup.Select(p => p.Draft)).Concat(byTwo).OfType<Draft>()];
        // When the rules allow nothing else, everybody may be moved. When that is impossible too, the refusal says why.
        return drafts.Count > 0 ? drafts : [.. new[] { morning.Touching([.. morning.Touchable]) }.OfType<Draft>()];
    }

    private static IEnumerable<(int, int)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(i + 1, count - i - 1).Select(j => (i, j)));

    private static bool SameGroups(RepairProposal one, RepairProposal other) =>
        one.Groups.Count == other.Groups.Count && one.Groups.Zip(other.Groups).All(pair => pair.First.Keys.SequenceEqual(pair.Second.Keys));
}
