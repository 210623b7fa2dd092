using DelingIPraksis.Domain.Pairing;
using Google.OrTools.Sat;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>
/// The same question to a solver that shares no line with ours: CP-SAT of Google's OR-Tools. Each possible group is chosen or not, everybody is
/// in exactly one, an odd number has exactly one group of three. The components are minimised one after the other, the uppermost first,
/// each kept at its least while the next is.
/// </summary>
internal static class IndependentSolver
{
    public static PairingCost Cheapest(PairingProblem problem)
    {
        var costs = new CostModel(problem, PlainWords.AsTheyAre);
        var n = problem.Parties.Count;
        var model = new CpModel();
        var groups = Groups(n).Select(members => (Members: members, Cost: costs.Group(members), Chosen: model.NewBoolVar(string.Join('+', members)))).ToList();
        foreach (var party in Enumerable.Range(0, n)) model.AddExactlyOne(groups.Where(group => group.Members.Contains(party)).Select(group => group.Chosen));
        if (n % 2 == 1) model.AddExactlyOne(groups.Where(group => group.Members.Length == 3).Select(group => group.Chosen));

        var least = new long[PairingCost.Components];
        foreach (var component in Enumerable.Range(0, PairingCost.Components))
        {
            var sum = LinearExpr.WeightedSum(groups.Select(group => group.Chosen), groups.Select(group => group.Cost[component]));
            model.Minimize(sum);
            var solver = new CpSolver { StringParameters = "num_workers:2" };
            Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
            least[component] = (long)Math.Round(solver.ObjectiveValue);
            model.Add(sum == least[component]);
        }

        return costs.Base + PairingCost.From(component => least[component]);
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
