using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class RoundPlannerTests
{
    [Theory]
    [InlineData(4, 3)]
    [InlineData(6, 5)]
    [InlineData(8, 7)]
    [InlineData(12, 11)]
    [InlineData(30, 29)]
    public void An_even_network_can_meet_round_and_round_until_all_have_met(int n, int rounds)
    {
        var plan = Planned(Problems.Of(n), rounds);
        Assert.Equal((0, true), (plan.Repeats, plan.Unavoidable));
        Assert.All(plan.Rounds, round => Assert.Equal(n / 2, round.Groups.Count));
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(9, 5)]
    [InlineData(11, 6)]
    public void An_odd_network_has_its_trio_in_every_round_and_still_no_repeats(int n, int rounds)
    {
        var plan = Planned(Problems.Of(n), rounds);
        Assert.Equal(0, plan.Repeats);
        Assert.All(plan.Rounds, round => Assert.Single(round.Groups, group => group.Keys.Count == 3));
    }

    [Fact]
    public void Each_round_counts_the_rounds_before_it()
    {
        var plan = Planned(Problems.Of(4), 6);
        Assert.Equal((6, true), (plan.Repeats, plan.Unavoidable));
        Assert.Equal([0, 0, 0, 2, 2, 2], plan.Rounds.Select(round => round.Cost.TimesMetSquared));
    }

    [Fact]
    public void Never_has_more_repeats_than_solving_one_round_after_the_other() =>
        Gen.Select(Problems.Free(2, 9), Gen.Int[1, 5]).Sample((problem, rounds) =>
        {
            var plan = Planned(problem, rounds);
            var met = problem.History.SelectMany(g => g.Groups).SelectMany(Pairs).ToHashSet();
            var (repeats, later) = (0, problem);
            for (var r = 0; r < rounds; r++)
            {
                var solution = later.Solved();
                repeats += solution.Groups.SelectMany(group => Pairs(group.Keys)).Count(pair => !met.Add(pair));
                later = later.Held(solution);
            }
            Assert.InRange(plan.Repeats, plan.FewestRepeats, repeats);
        }, iter: 40);

    [Fact]
    public void Prohibitions_hold_in_every_round_and_impossible_ones_are_refused()
    {
        var problem = Problems.Of(6) with { Forbidden = [new("K001", "K002")], Pinned = [new("K003", "K004")] };
        var plan = Planned(problem, 3);
        Assert.All(
            plan.Rounds,
            round => Assert.DoesNotContain(round.Groups, group => group.Keys.Contains("K001") && group.Keys.Contains("K002"))
        );
        Assert.All(
            plan.Rounds,
            round => Assert.Contains(round.Groups, group => group.Keys.Contains("K003") && group.Keys.Contains("K004"))
        );
        Assert.IsType<PairingRefusal>(RoundPlanner.Plan(Problems.Of(2) with { Forbidden = [new("K001", "K002")] }, 2));
    }

    private static RoundPlan Planned(PairingProblem problem, int rounds) => Assert.IsType<RoundPlan>(RoundPlanner.Plan(problem, rounds));

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string> group) =>
        group.SelectMany(a => group.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b)));
}
