namespace DelingIPraksis.Domain.Pairing;

/// <summary>What a pairing made by hand is worth: each rule kept or broken, its cost, and how far it is from the best there is.</summary>
/// <param name="Groups">The groups as they were given, in the same order, with the cost and the reasons of each.</param>
/// <param name="Rules">The rules: first each pin and each prohibition, then those that hold for everybody.</param>
/// <param name="Cost">The cost of the groups, component by component.</param>
/// <param name="Best">
/// The best pairing that was found. Its <see cref="PairingCost.BrokenRules"/> is above 0 only when pins and prohibitions conflict, and is
/// then as low as it can be.
/// </param>
public sealed record PairingVerdict(
    IReadOnlyList<PairingGroup> Groups, IReadOnlyList<RuleVerdict> Rules, PairingCost Cost, PairingSolution Best) : PairingOutcome
{
    /// <summary>
    /// How much more the groups cost than the best, component by component. The first component that is not 0 decides; the ones after it
    /// may have either sign. It is negative only when the best is not proved and the groups are better.
    /// </summary>
    public PairingCost Distance => Cost - Best.Cost;

    /// <summary>True only when proved: no pairing costs less.</summary>
    public bool Optimal => Cost == Best.LowerBound;
}

/// <summary>A rule, and who breaks it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Keys">The two parties that the rule names; empty when it holds for everybody.</param>
/// <param name="BrokenBy">The parties that break it: two for a pair, one for a seat in the trio. Empty when it is kept.</param>
public sealed record RuleVerdict(CheckedRule Rule, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyList<string>> BrokenBy)
{
    /// <summary>Whether nobody breaks it.</summary>
    public bool Kept => BrokenBy.Count == 0;
}

/// <summary>The rules that a pairing is checked against.</summary>
public enum CheckedRule
{
    /// <summary>The two are in one group.</summary>
    Pinned,

    /// <summary>The two are not in one group.</summary>
    Forbidden,

    /// <summary>Nobody meets a party that it has met before.</summary>
    NewPartner,

    /// <summary>Nobody meets a party that it met at the newest gathering.</summary>
    NotLastTime,

    /// <summary>Nobody sits in the trio who has sat in one before.</summary>
    NewInTrio,
}
