namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Broken rules are the topmost part of the cost, so the pairing found breaks as few as can be: those it breaks are a smallest set
/// that makes the rest possible.
/// </summary>
internal static class RulesToLoosen
{
    public static PairingRefusal Refusal(CostModel model, IReadOnlyList<int[]> groups)
    {
        var broken = Broken(model, groups).OrderBy(rule => rule.Kind)
            .ThenBy(rule => rule.First, StringComparer.Ordinal).ThenBy(rule => rule.Second, StringComparer.Ordinal);
        PairingRule[] rules = [.. broken];
        string[] keys = [.. rules.SelectMany(rule => new[] { rule.First, rule.Second }).Distinct().Order(StringComparer.Ordinal)];
        return new PairingRefusal(PairingRefusalCode.RulesImpossible, keys, rules);
    }

    private static IEnumerable<PairingRule> Broken(CostModel model, IReadOnlyList<int[]> groups)
    {
        var groupOf = groups.SelectMany((group, g) => group.Select(i => (i, g))).ToDictionary(p => p.i, p => p.g);
        foreach (var (a, b) in model.PinnedPairs)
            if (groupOf[a] != groupOf[b])
                yield return Rule(PairingRuleKind.Pinned, a, b);
        foreach (var (a, b) in model.ForbiddenPairs)
            if (groupOf[a] == groupOf[b])
                yield return Rule(PairingRuleKind.Forbidden, a, b);

        PairingRule Rule(PairingRuleKind kind, int a, int b) => new(kind, model.Parties[a].Key, model.Parties[b].Key);
    }
}
