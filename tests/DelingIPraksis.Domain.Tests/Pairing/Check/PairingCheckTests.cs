using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>A pairing made by hand is judged rule by rule, and told how far it is from the best.</summary>
public sealed class PairingCheckTests
{
    /// <summary>The benchmark (<c>tests/PairingBenchmark</c>) takes as many as it is told.</summary>
    private const int Cases = 10_000;

    [Fact]
    public void Says_of_every_case_what_the_rules_as_written_say() =>
        Assert.Equal([], Enumerable.Range(0, Cases).Select(CheckCases.Disagreement).OfType<string>());

    [Fact]
    public void The_best_is_the_cheapest_of_all_pairings_also_when_the_rules_conflict()
    {
        var (conflicts, best) = (0, 0);
        foreach (var number in Enumerable.Range(0, 300))
        {
            var (problem, groups) = CheckCases.Of(number);
            var verdict = Assert.IsType<PairingVerdict>(PairingCheck.Judge(problem, groups));
            var cheapest = BruteForce.Cheapest(problem);
            Assert.Equal(cheapest, verdict.Best.Cost);
            Assert.Equal(verdict.Cost == cheapest, verdict.Optimal);
            conflicts += cheapest.BrokenRules > 0 ? 1 : 0;
            best += verdict.Optimal ? 1 : 0;
        }

        Assert.InRange(conflicts, 20, 280);
        Assert.InRange(best, 50, 280);
    }

    [Fact]
    public void The_solvers_own_pairing_is_the_best_also_for_a_large_network()
    {
        foreach (var problem in new[] { Problems.Of(24), Problems.Of(23) })
        {
            var verdict = Judged(problem, [.. problem.Solved().Groups.Select(group => group.Keys)]);
            Assert.True(verdict.Optimal);
            Assert.Equal(default, verdict.Distance);
        }
    }

    [Fact]
    public void Tells_for_each_rule_whether_it_is_kept_and_who_breaks_it()
    {
        var problem = Problems.Of(5).After(["K001+K002+K003", "K004+K005"], ["K001+K004", "K002+K003+K005"]) with
        {
            Pinned = [new("K001", "K004"), new("K002", "K005")],
            Forbidden = [new("K003", "K002"), new("K001", "K005")],
        };
        var verdict = Judged(problem, [["K001", "K004"], ["K003", "K002", "K005"]]);
        Assert.Equal(
            [
                "Pinned K001+K004:",
                "Pinned K002+K005:",
                "Forbidden K001+K005:",
                "Forbidden K002+K003: K002+K003",
                "NewPartner : K001+K004 K003+K002 K003+K005 K002+K005",
                "NotLastTime : K001+K004 K003+K002 K003+K005 K002+K005",
                "NewInTrio : K003 K002 K005",
            ],
            verdict.Rules.Select(Told)
        );
        var apart = Judged(problem, [["K001", "K005"], ["K002", "K003", "K004"]]);
        Assert.Equal(["K001+K004", "K002+K005"], apart.Rules.Take(2).Select(rule => string.Join('+', rule.BrokenBy.Single())));
    }

    [Fact]
    public void The_distance_is_what_the_groups_cost_more_than_the_best()
    {
        var problem = Problems.Of(4).After(["K001+K002", "K003+K004"], ["K001+K002", "K003+K004"]);
        var verdict = Judged(problem, [["K001", "K002"], ["K003", "K004"]]);
        Assert.Equal((8, 2, false), (verdict.Distance.TimesMetSquared, verdict.Distance.MetLastTime, verdict.Optimal));
    }

    [Theory]
    [InlineData("K001+K002 K003+K001", PairingRefusalCode.TwiceInGroups, "K001", 1)]
    [InlineData("K001+K001 K003+K004", PairingRefusalCode.TwiceInGroups, "K001", 0)]
    [InlineData("K001+K002", PairingRefusalCode.MissingInGroups, "K003 K004", null)]
    [InlineData("", PairingRefusalCode.MissingInGroups, "K001 K002 K003 K004", null)]
    [InlineData("K001+K002 K003+K009", PairingRefusalCode.UnknownInGroup, "K009", 1)]
    [InlineData("K001+K002 K003 K004", PairingRefusalCode.GroupSize, "K003", 1)]
    [InlineData("K001+K002+K003+K004", PairingRefusalCode.GroupSize, "K001 K002 K003 K004", 0)]
    [InlineData("K001+K002+K003 K004", PairingRefusalCode.TooManyTrios, "K001 K002 K003", 0)]
    public void Refuses_groups_that_cannot_be_judged(string groups, PairingRefusalCode code, string keys, int? place)
    {
        var refusal = Assert.IsType<PairingRefusal>(PairingCheck.Judge(Problems.Of(4), Groups(groups)));
        Assert.Equal((code, keys, place), (refusal.Code, string.Join(' ', refusal.Keys), refusal.Group));
    }

    [Fact]
    public void Refuses_a_second_group_of_three_and_a_party_that_is_alone()
    {
        var threeTrios = Groups("K001+K002+K003 K004+K005+K006 K007+K008+K009");
        var refusal = Assert.IsType<PairingRefusal>(PairingCheck.Judge(Problems.Of(9), threeTrios));
        Assert.Equal((PairingRefusalCode.TooManyTrios, 1), (refusal.Code, refusal.Group));
        Assert.Equal(
            PairingRefusalCode.OneParty, Assert.IsType<PairingRefusal>(PairingCheck.Judge(Problems.Of(1), Groups("K001"))).Code);
        Assert.True(Judged(Problems.Of(0), []).Optimal);
    }

    private static PairingVerdict Judged(PairingProblem problem, IReadOnlyList<IReadOnlyList<string>> groups) =>
        Assert.IsType<PairingVerdict>(PairingCheck.Judge(problem, groups));

    private static string Told(RuleVerdict rule) =>
        $"{rule.Rule} {string.Join('+', rule.Keys)}: {string.Join(' ', rule.BrokenBy.Select(keys => string.Join('+', keys)))}".Trim();

    private static IReadOnlyList<IReadOnlyList<string>> Groups(string groups) =>
        [.. groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => group.Split('+'))];
}
