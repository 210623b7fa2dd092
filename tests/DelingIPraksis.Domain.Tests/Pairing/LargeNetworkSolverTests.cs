using System.Numerics;
using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class LargeNetworkSolverTests
{
    [Theory]
    [InlineData(100, PairingSolver.Blossom)]
    [InlineData(101, PairingSolver.BlossomAndTrio)]
    [InlineData(357, PairingSolver.BlossomAndTrio)]
    public void All_of_Norway_is_paired_with_proof_and_without_a_repeat(int n, string solver)
    {
        var last = Problems.Names(n).Chunk(2).Select(pair => string.Join('+', pair));
        var problem = Problems.Of(n).After([.. last]);
        var solution = problem.Solved();
        Assert.Equal((solver, true, 0), (solution.Solver, solution.Optimal, solution.Cost.TimesMetSquared));
        Assert.Equal(Problems.Names(n), solution.Groups.SelectMany(group => group.Keys).Order());
        Assert.Equal(n / 2, solution.Groups.Count);
    }

    [Fact]
    public void Odd_networks_with_much_to_weigh_are_proved_too() =>
        Problems.Free(23, 45).Sample(problem => Assert.True(problem.Solved().Optimal), iter: 60);

    [Fact]
    public void Says_which_rules_to_loosen_in_a_large_network_too()
    {
        var problem = Problems.Of(30) with { Forbidden = [.. Problems.Names(30).Skip(1).Select(other => new PartyPair("K001", other))] };
        Assert.Single(problem.Refused().Loosen);
    }

    [Fact]
    public void Numbers_of_any_length_give_the_same_answer() => Problems.Free(4, 15).Sample(problem =>
    {
        var model = new CostModel(problem);
        var digits = new MixedRadix(model);
        var usual = LargeNetworkSolver.Solve(new WeightTable<Int128>(model, digits)).Groups;
        var unbounded = LargeNetworkSolver.Solve(new WeightTable<BigInteger>(model, digits)).Groups;
        Assert.Equal(usual, unbounded);
        Assert.Equal(
                        SubsetDynamicProgram.Solve(new WeightTable<Int128>(model, digits)).Groups,
                        SubsetDynamicProgram.Solve(new WeightTable<BigInteger>(model, digits)).Groups
                    );
    }, iter: 60);
}
