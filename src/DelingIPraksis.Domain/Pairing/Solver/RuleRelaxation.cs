namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Finds the rules to remove when they conflict. Broken rules are the first component of the cost, so the solver breaks as few as possible:
/// the rules it breaks are a smallest set to remove.
/// </summary>
internal static class RuleRelaxation
{
    public static PairingRefusal Refusal(CostModel model, IReadOnlyList<PairingGroup> groups)
    {
        var broken = Broken(model, groups).OrderBy(rule => rule.Kind)
            .ThenBy(rule => rule.First, StringComparer.Ordinal).ThenBy(rule => rule.Second, StringComparer.Ordinal);
        PairingRule[] rules = [.. broken];
        string[] keys = [.. rules.SelectMany(rule => new[] { rule.First, rule.Second }).Distinct().Order(StringComparer.Ordinal)];
        return new PairingRefusal(PairingRefusalCode.RulesImpossible, keys, rules);
    }

    private static IEnumerable<PairingRule> Broken(CostModel model, IReadOnlyList<PairingGroup> groups)
    {
        var groupOf = groups.SelectMany((group, g) => group.Keys.Select(key => (key, g))).ToDictionary(p => p.key, p => p.g);
        foreach (var (a, b) in model.PinnedPairs)
            if (GroupOf(a) != GroupOf(b))
                yield return Rule(PairingRuleKind.Pinned, a, b);
        foreach (var (a, b) in model.ForbiddenPairs)
            if (GroupOf(a) == GroupOf(b))
                yield return Rule(PairingRuleKind.Forbidden, a, b);

        int GroupOf(int party) => groupOf[model.Parties[party].Key];

        PairingRule Rule(PairingRuleKind kind, int a, int b) => new(kind, model.Parties[a].Key, model.Parties[b].Key);
    }
}
