using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>What we call the cheapest is what a solver from elsewhere finds, in every component.</summary>
public sealed class IndependentSolverTests
{
    [Fact]
    public void Agrees_with_the_dynamic_program() => Problems.Free(2, 13).Sample(Same, iter: 25);

    [Fact]
    public void Agrees_with_the_matching_where_the_number_is_even() =>
        Problems.Free(12, 18).Where(problem => problem.Parties.Count % 2 == 0).Select(problem => Grown(problem, 24)).Sample(Same, iter: 6);

    [Fact]
    public void Agrees_with_the_matching_where_three_sit_together() =>
        Problems.Free(11, 17).Where(problem => problem.Parties.Count % 2 == 1).Select(problem => Grown(problem, 23)).Sample(Same, iter: 3);

    private static void Same(PairingProblem problem)
    {
        var proved = IndependentSolver.RequireNothingCheaper(problem, problem.Solved().Cost);
        // The upper components are few-valued and always proved; only the last, the lot, may run out of time.
        Assert.True(proved >= PairingCost.Components / 2, $"Only {proved} components were proved.");
    }

    // More parties than the dynamic program takes on; those who are added have no past.
    private static PairingProblem Grown(PairingProblem problem, int n) => problem with
    {
        Parties =
            [
                .. problem.Parties,
                .. Enumerable.Range(problem.Parties.Count + 1, n - problem.Parties.Count).Select(i => PairingParty.Named($"K{i:000}")),
            ],
    };
}
