using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>Two or three rounds in one gathering, planned together: new partners in each.</summary>
public sealed class DayPlannerTests
{
    [Fact]
    public void Is_the_cheapest_of_all_combinations() =>
        Gen.Select(Problems.Any(4, 7), Gen.Int[2, 3]).Sample(
            (problem, rounds) =>
            {
                if (problem.Parties.Count == 7) rounds = 2;
                if (DayPlanner.Plan(new DayProblem(problem, rounds)) is not DayPlan plan)
                {
                    Assert.IsType<PairingRefusal>(PairingSolver.Solve(problem));
                    return;
                }

                Assert.True(plan.Optimal);
                Assert.Equal(CheapestOfAll(problem, rounds), plan.Cost);
            },
            iter: 60
        );

    [Theory]
    [InlineData(4, 3)]
    [InlineData(6, 3)]
    [InlineData(7, 2)]
    [InlineData(9, 3)]
    [InlineData(11, 3)]
    [InlineData(12, 3)]
    [InlineData(21, 3)]
    [InlineData(57, 3)]
    [InlineData(58, 2)]
    public void Nobody_meets_twice_when_that_can_be_avoided(int n, int rounds)
    {
        var plan = Planned(new(Problems.Of(n), rounds));
        Assert.Equal((0, true), (plan.Repeats, plan.FewestRepeats));
        var pairs = plan.Rounds.SelectMany(groups => groups.SelectMany(group => Pairs(group.Keys))).ToList();
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Assert.All(plan.Rounds, groups => Assert.Equal(Problems.Names(n), groups.SelectMany(group => group.Keys).Order()));
        Assert.All(plan.Rounds, groups => Assert.Equal(n % 2, groups.Count(group => group.Keys.Count == 3)));
    }

    [Theory]
    [InlineData(9, 3)]
    [InlineData(11, 3)]
    [InlineData(13, 3)]
    [InlineData(23, 2)]
    public void Nobody_sits_in_the_trio_twice_when_that_can_be_avoided(int n, int rounds)
    {
        var plan = Planned(new(Problems.Of(n), rounds));
        Assert.Equal(3 * rounds, plan.Rounds.SelectMany(Trio).Distinct().Count());
    }

    [Fact]
    public void Those_who_have_met_before_do_not_meet_while_others_are_new()
    {
        var plan = Planned(new(Problems.Of(6).After(["K001+K002", "K003+K004", "K005+K006"]), 3));
        Assert.Equal((0, 0), (plan.Repeats, plan.Cost.TimesMetSquared));
    }

    [Fact]
    public void Five_cannot_all_get_new_partners_and_the_plan_says_how_few_meet_again()
    {
        var plan = Planned(new(Problems.Of(5), 2));
        Assert.Equal((1, true, true), (plan.Repeats, plan.FewestRepeats, plan.Optimal));
        var again = plan.Rounds[1].SelectMany(group => group.Reasons).Single(reason => reason.Code == PairingReasonCode.MeetAgainToday);
        Assert.Equal(1, again.Count);
        Assert.Contains(plan.Rounds[0], group => again.Keys.All(group.Keys.Contains));
    }

    [Fact]
    public void Prohibitions_hold_in_all_rounds_and_each_pin_in_its_own()
    {
        var day = new DayProblem(Problems.Of(8) with { Forbidden = [new("K001", "K002")], Pinned = [new("K003", "K004")] }, 3)
        {
            PinnedLater = new[] { (Round: 2, Pair: new PartyPair("K005", "K006")) }.ToLookup(pin => pin.Round, pin => pin.Pair),
        };
        var plan = Planned(day);
        Assert.Equal(
            [[], [0], [2]],
            new[] { ("K001", "K002"), ("K003", "K004"), ("K005", "K006") }.Select(pair => RoundsOf(plan, pair.Item1, pair.Item2))
        );
        Assert.True(plan.Optimal);
    }

    [Fact]
    public void Rounds_that_stand_are_kept_and_those_left_have_new_partners()
    {
        var whole = Planned(new(Problems.Of(9), 3));
        // One has left after the first round, and another has come.
        var left = Problems.Of(9) with { Parties = [.. Problems.Names(10).Where(key => key != "K004").Select(PairingParty.Named)] };
        var first = whole.Rounds[0].Select(group => group.Keys).ToList();
        var plan = Planned(new(left, 2) { Standing = [first] });
        Assert.Equal(0, plan.Repeats);
        var met = first.SelectMany(Pairs).ToHashSet();
        Assert.DoesNotContain(plan.Rounds.SelectMany(groups => groups).SelectMany(group => Pairs(group.Keys)), met.Contains);
        Assert.All(plan.Rounds, groups => Assert.Contains(groups, group => group.Keys.Contains("K010")));
        var inTrio = first.Single(keys => keys.Count == 3);
        Assert.DoesNotContain(plan.Rounds.SelectMany(Trio), inTrio.Contains);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Refuses_several_rounds_where_all_sit_together_every_time(int n, int rounds)
    {
        var refusal = Assert.IsType<PairingRefusal>(DayPlanner.Plan(new(Problems.Of(n), rounds)));
        Assert.Equal((PairingRefusalCode.TooFewForRounds, n), (refusal.Code, refusal.Keys.Count));
        Assert.IsType<DayPlan>(DayPlanner.Plan(new(Problems.Of(n), 1)));
    }

    [Fact]
    public void One_round_is_what_the_solver_gives() =>
        Problems.Free(2, 12).Sample(
            problem =>
            {
                var (plan, solution) = (Planned(new(problem, 1)), problem.Solved());
                Assert.Equal(solution.Groups.Select(Told), plan.Rounds.Single().Select(Told));
                Assert.Equal((solution.Cost, true), (plan.Cost, plan.Optimal));
            },
            iter: 60
        );

    [Fact]
    public void Does_not_care_in_what_order_the_parties_come() =>
        (from problem in Problems.Any(4, 9) from parties in Gen.Shuffle(problem.Parties.ToArray()) select (problem, parties)).Sample(
            both => Assert.Equal(Told(both.problem), Told(both.problem with { Parties = both.parties })), iter: 40);

    [Fact]
    public void The_bound_is_never_above_the_cost_where_not_all_is_searched() =>
        Problems.Any(13, 16).Sample(
            problem =>
            {
                if (DayPlanner.Plan(new DayProblem(problem, 3)) is not DayPlan plan) return;
                Assert.True(plan.LowerBound <= plan.Cost);
                Assert.Equal(0, plan.Repeats);
            },
            iter: 15
        );

    // The cost of a day counted from the groups: the history before it, who meets again, and each seat as one more.
    private static PairingCost CheapestOfAll(PairingProblem problem, int rounds)
    {
        var model = new CostModel(problem);
        var later = new CostModel(problem with { Pinned = [] });
        var all = BruteForce.All([.. Enumerable.Range(0, problem.Parties.Count)]).ToList();
        var allowed = Enumerable.Range(0, rounds)
            .Select(r => all.Where(groups => Sum(r == 0 ? model : later, groups).BrokenRules == 0).ToList()).ToList();
        IEnumerable<List<int[]>[]> combinations = [[]];
        foreach (var round in allowed)
            combinations = combinations.SelectMany(some => round.Select(one => (List<int[]>[])[.. some, one]));
        return combinations.Min(Day);

        PairingCost Sum(CostModel by, List<int[]> groups) => groups.Aggregate(by.Base, (sum, group) => sum + by.Group(group));

        PairingCost Day(List<int[]>[] day)
        {
            var cost = day.Aggregate(default(PairingCost), (sum, groups) => sum + Sum(later, groups));
            var groups = day.SelectMany(round => round).ToList();
            var again = groups.SelectMany(group => group.SelectMany(a => group.Where(b => a < b).Select(b => (a, b)))).CountBy(pair => pair)
                .Sum(pair => pair.Value * (pair.Value - 1) / 2);
            var seats = groups.Where(group => group.Length == 3).SelectMany(group => group).CountBy(seat => seat)
                .SelectMany(seat => Enumerable.Range(1, seat.Value - 1).Select(more => later.Seat(seat.Key, more) - later.Seat(seat.Key)));
            return seats.Aggregate(cost + new PairingCost(Disturbance: again), (sum, seat) => sum + seat);
        }
    }

    private static IReadOnlyList<string> Trio(IReadOnlyList<PairingGroup> groups) => groups.Single(group => group.Keys.Count == 3).Keys;

    private static DayPlan Planned(DayProblem day) => Assert.IsType<DayPlan>(DayPlanner.Plan(day));

    private static IEnumerable<int> RoundsOf(DayPlan plan, string one, string other) =>
        plan.Rounds.Index().Where(round => round.Item.Any(group => group.Keys.Contains(one) && group.Keys.Contains(other)))
            .Select(round => round.Index);

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string> group) =>
        group.SelectMany(a => group.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b)));

    private static string Told(PairingGroup group) => string.Join('+', group.Keys);

    private static string Told(PairingProblem problem) => DayPlanner.Plan(new DayProblem(problem, 2)) switch
    {
        DayPlan plan => string.Join(" / ", plan.Rounds.Select(groups => string.Join(' ', groups.Select(Told)))) + plan.Cost,
        PairingRefusal refusal => $"{refusal.Code} {string.Join(' ', refusal.Loosen)}",
        var other => other.ToString(),
    };
}
