using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Finds an optimal pairing and proves it. Pure: the same problem gives the same result, and the order of the lists does not matter. The
/// caller measures the time.
/// </summary>
public static class PairingSolver
{
    /// <summary>Solver name: dynamic programming over subsets, always optimal.</summary>
    public const string DynamicProgram = "dynamic-program";

    /// <summary>Solver name: minimum-cost perfect matching by Edmonds' blossoms, always optimal.</summary>
    public const string Blossom = "blossom";

    /// <summary>Solver name: the same with a search for the trio by bounds; optimal when the bounds meet.</summary>
    public const string BlossomAndTrio = "blossom-trio";

    internal const int SmallNetwork = SubsetDynamicProgram.MaxParties;

    /// <summary>Solves the problem, or explains why it cannot be solved.</summary>
    /// <param name="problem">The parties and everything that affects the pairing.</param>
    public static PairingOutcome Solve(PairingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (ProblemCheck.Refusal(problem) is { } refusal)
            return refusal;
        return problem.Parties.Count == 0
            ? new PairingSolution([], default, default, Optimal: true, DynamicProgram)
            : Solve(new CostModel(problem));
    }

    internal static PairingOutcome Solve(CostModel model, bool smallAsLarge = false)
    {
        var best = Best(model, smallAsLarge);
        return best.Cost.BrokenRules > 0 ? RuleRelaxation.Refusal(model, best.Groups) : best;
    }

    /// <summary>The best pairing. When pins and prohibitions conflict, it breaks as few of them as possible.</summary>
    internal static PairingSolution Best(CostModel model, bool smallAsLarge = false)
    {
        var digits = new MixedRadix(model);
        var n = model.Parties.Length;
        var solver = n <= SubsetDynamicProgram.MaxParties && !smallAsLarge ? DynamicProgram : n % 2 == 0 ? Blossom : BlossomAndTrio;
        return LargeNetworkSolver.FitsInt128(digits, n)
            ? Best(model, new WeightTable<Int128>(model, digits), solver)
            : Best(model, new WeightTable<BigInteger>(model, digits), solver);
    }

    private static PairingSolution Best<T>(CostModel model, WeightTable<T> weights, string solver)
        where T : struct, IBinaryInteger<T>
    {
        var found = solver == DynamicProgram ? SubsetDynamicProgram.Solve(weights) : LargeNetworkSolver.Solve(weights);
        PairingGroup[] groups = [.. found.Groups.Select(group => Describe(model, TurnOrder.Of(model, group)))
            .OrderBy(group => group.Keys.Min(StringComparer.Ordinal), StringComparer.Ordinal)];
        var cost = groups.Aggregate(model.Base, (sum, group) => sum + group.Cost);
        var bound = found.Bound is { } below ? weights.Decode(below) + model.Base : cost;
        return new PairingSolution(groups, cost, bound, cost == bound, solver);
    }

    internal static PairingGroup Describe(CostModel model, int[] turns) =>
        new([.. turns.Select(i => model.Parties[i].Key)], model.Group(turns), Reasons.For(model, turns));
}
