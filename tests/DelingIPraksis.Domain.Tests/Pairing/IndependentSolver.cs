using DelingIPraksis.Domain.Pairing;
using Google.OrTools.Sat;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>
/// The same question to a solver that shares no line with ours: CP-SAT of Google's OR-Tools. Each possible group is chosen or not,
/// everybody is in exactly one, an odd number has exactly one group of three. The components are minimised one after the other, the
/// uppermost first, each kept at its least while the next is.
/// </summary>
internal static class IndependentSolver
{
    // Now and then it needs minutes for what ours needs milliseconds for. Then what it has found and bounded so far is held against ours.
    private const string Limits = "num_workers:2, max_time_in_seconds:2";

    /// <summary>Fails when it finds anything cheaper than this, or proves that something is.</summary>
    /// <returns>How many of the components it has proved to be the least there is.</returns>
    public static int RequireNothingCheaper(PairingProblem problem, PairingCost ours)
    {
        var costs = new CostModel(problem);
        var n = problem.Parties.Count;
        var model = new CpModel();
        var groups = Groups(n)
            .Select(members => (Members: members, Cost: costs.Group(members), Chosen: model.NewBoolVar(string.Join('+', members))))
            .ToList();
        foreach (var party in Enumerable.Range(0, n))
            model.AddExactlyOne(groups.Where(group => group.Members.Contains(party)).Select(group => group.Chosen));
        if (n % 2 == 1) model.AddExactlyOne(groups.Where(group => group.Members.Length == 3).Select(group => group.Chosen));

        var proved = 0;
        foreach (var component in Enumerable.Range(0, PairingCost.Components))
        {
            var sum = LinearExpr.WeightedSum(groups.Select(group => group.Chosen), groups.Select(group => group.Cost[component]));
            model.Minimize(sum);
            var solver = new CpSolver { StringParameters = Limits };
            var status = solver.Solve(model);
            var least = ours[component] - costs.Base[component];
            Assert.NotEqual(CpSolverStatus.Infeasible, status);
            // Whole numbers that come as 1.9999999999999996.
            var (bound, found) = (Math.Round(solver.BestObjectiveBound), Math.Round(solver.ObjectiveValue));
            Assert.True(bound <= least, $"Component {component}: {least} is less than the bound {bound}.");
            if (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
                Assert.True(least <= found, $"Component {component}: {found} is cheaper than {least}.");
            if (status == CpSolverStatus.Optimal) proved++;
            model.Add(sum == least);
        }

        return proved;
    }

    private static IEnumerable<int[]> Groups(int n)
    {
        for (var a = 0; a < n; a++)
            for (var b = a + 1; b < n; b++)
            {
                yield return [a, b];
                if (n % 2 == 0) continue;
                for (var c = b + 1; c < n; c++) yield return [a, b, c];
            }
    }
}
