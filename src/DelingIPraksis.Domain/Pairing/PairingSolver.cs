using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Finds the best pairing there is, and proves it. Pure: the same problem has the same answer, and the order of the lists plays no part.
/// How long it took is for the caller to measure.
/// </summary>
public static class PairingSolver
{
    /// <summary>Solver name: dynamic programming over subsets, always optimal.</summary>
    public const string DynamicProgram = "dynamic-program";

    /// <summary>Solves, or says what stands in the way.</summary>
    /// <param name="problem">Who is to be paired, and everything that counts.</param>
    /// <param name="words">The words (or stems) that asks and offers are matched by; <see cref="PlainWords"/> when left out.</param>
    public static PairingOutcome Solve(PairingProblem problem, Func<string, IReadOnlySet<string>>? words = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (ProblemCheck.Refusal(problem) is { } refusal)
            return refusal;
        return problem.Parties.Count == 0
            ? new PairingSolution([], default, default, Optimal: true, DynamicProgram)
            : Solve(new CostModel(problem, words ?? PlainWords.Of));
    }

    internal static PairingOutcome Solve(CostModel model)
    {
        if (model.Parties.Length > SubsetProgram.MaxParties)
            throw new NotSupportedException("The solver for large networks is the next commit.");
        var digits = new Digits(model);
        return Solve(model, new WeightTable<Int128>(model, digits));
    }

    private static PairingOutcome Solve<T>(CostModel model, WeightTable<T> weights)
        where T : struct, IBinaryInteger<T>
    {
        var found = SubsetProgram.Solve(weights);
        var groups = found.Groups.Select(group => Describe(model, group)).OrderBy(group => group.Keys.Min(StringComparer.Ordinal), StringComparer.Ordinal);
        PairingGroup[] ordered = [.. groups];
        var cost = ordered.Aggregate(model.Base, (sum, group) => sum + group.Cost);
        if (cost.BrokenRules > 0)
            return RulesToLoosen.Refusal(model, found.Groups);
        var bound = found.Bound is { } below ? weights.Decode(below) + model.Base : cost;
        return new PairingSolution(ordered, cost, bound, cost == bound, DynamicProgram);
    }

    private static PairingGroup Describe(CostModel model, int[] group)
    {
        var turns = TurnOrder.Of(model, group);
        return new PairingGroup([.. turns.Select(i => model.Parties[i].Key)], model.Group(group), Reasons.For(model, turns));
    }
}
