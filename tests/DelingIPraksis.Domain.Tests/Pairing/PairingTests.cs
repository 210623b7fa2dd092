using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class PairingTests
{
    [Fact]
    public void Is_never_dearer_than_the_cheapest_of_all_pairings()
    {
        Problems.Any(2, 9).Sample(problem =>
        {
            var cheapest = BruteForce.Cheapest(problem);
            if (PairingSolver.Solve(problem) is PairingSolution solution)
                Assert.Equal((cheapest, true), (solution.Cost, solution.Optimal));
            else
                Assert.Equal(cheapest.BrokenRules, problem.Refused().Loosen.Count);
        }, iter: 300);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Is_the_cheapest_of_all_pairings_for_a_whole_network(int n) =>
        Problems.Free(n, n).Sample(problem => Assert.Equal(BruteForce.Cheapest(problem), problem.Solved().Cost), iter: 5);

    [Fact]
    public void Puts_everybody_in_one_group_and_nobody_alone()
    {
        Problems.Free(2, 13).Sample(problem =>
        {
            var groups = problem.Solved().Groups;
            Assert.Equal(problem.Parties.Select(party => party.Key).Order(), groups.SelectMany(group => group.Keys).Order());
            Assert.Equal(problem.Parties.Count % 2, groups.Count(group => group.Keys.Count == 3));
            Assert.All(groups, group => Assert.InRange(group.Keys.Count, 2, 3));
        }, iter: 200);
    }

    [Fact]
    public void Does_not_care_in_what_order_the_parties_and_the_history_come()
    {
        (from problem in Problems.Any(2, 11)
         from parties in Gen.Shuffle(problem.Parties.ToArray())
         from history in Gen.Shuffle(problem.History.ToArray())
         select (problem, shuffled: problem with { Parties = parties, History = history }))
        .Sample(pair => Assert.Equal(Told(pair.problem), Told(pair.shuffled)), iter: 200);
    }

    [Fact]
    public void Keeps_pins_and_prohibitions_or_says_which_to_loosen()
    {
        Problems.Any(2, 11).Sample(problem =>
        {
            if (PairingSolver.Solve(problem) is not PairingSolution solution)
            {
                var rules = problem.Refused().Loosen;
                Assert.NotEmpty(rules);
                Assert.IsType<PairingSolution>(PairingSolver.Solve(Loosened(problem, rules)));
                return;
            }
            Assert.All(problem.Pinned, pin => Assert.True(Together(solution, pin)));
            Assert.All(problem.Forbidden, pair => Assert.False(Together(solution, pair)));
        }, iter: 300);
    }

    [Fact]
    public void Gives_each_seed_its_own_answer_and_always_the_same()
    {
        var answers = Enumerable.Range(0, 20).Select(seed => Told(Problems.Of(12, seed))).ToList();
        Assert.Equal(answers, Enumerable.Range(0, 20).Select(seed => Told(Problems.Of(12, seed))));
        Assert.True(answers.Distinct().Count() > 10);
    }

    [Fact]
    public void Pays_for_each_group_what_its_reasons_say()
    {
        Problems.Free(2, 11).Sample(problem => Assert.All(problem.Solved().Groups, group =>
        {
            var r = group.Reasons;
            Assert.Equal(group.Cost.TimesMetSquared, Sum(r, PairingReasonCode.MetBefore, reason => reason.Count * reason.Count));
            Assert.Equal(group.Cost.MetLastTime, Sum(r, PairingReasonCode.MetLastTime, _ => 1));
            Assert.Equal(group.Cost.TrioSeatsSquared, Sum(r, PairingReasonCode.TrioSeat, reason => reason.Count * reason.Count));
            Assert.Equal(group.Cost.Constraints, Sum(r, PairingReasonCode.SameCounty, _ => 1)
                + Sum(r, PairingReasonCode.HostInTrio, _ => 1) - Sum(r, PairingReasonCode.Wished, _ => 1));
            Assert.Equal(-group.Cost.Preference, Sum(r, PairingReasonCode.UnlikeSize, reason => reason.Count));
            Assert.Equal(-group.Cost.Complementarity, r.Where(reason => reason.Code == PairingReasonCode.AskMeetsOffer)
                .GroupBy(reason => string.Join('+', reason.Keys.Order())).Where(both => both.Count() == 2)
                .Sum(both => both.Min(reason => reason.Words.Count)));
        }), iter: 300);
    }

    private static long Sum(IEnumerable<PairingReason> reasons, PairingReasonCode code, Func<PairingReason, int> count) =>
        reasons.Where(reason => reason.Code == code).Sum(count);

    private static bool Together(PairingSolution solution, PartyPair pair) =>
        solution.Groups.Any(group => group.Keys.Contains(pair.First) && group.Keys.Contains(pair.Second));

    private static PairingProblem Loosened(PairingProblem problem, IReadOnlyList<PairingRule> rules) => problem with
    {
        Pinned = [.. problem.Pinned.Where(pair => !rules.Any(rule => rule.Kind == PairingRuleKind.Pinned && Same(rule, pair)))],
        Forbidden = [.. problem.Forbidden.Where(pair => !rules.Any(rule => rule.Kind == PairingRuleKind.Forbidden && Same(rule, pair)))],
    };

    private static bool Same(PairingRule rule, PartyPair pair) =>
        (rule.First, rule.Second) == (pair.First, pair.Second) || (rule.First, rule.Second) == (pair.Second, pair.First);

    private static string Told(PairingProblem problem) => PairingSolver.Solve(problem) switch
    {
        PairingSolution solution => string.Join(' ', solution.Groups.Select(group => string.Join('+', group.Keys))) + solution.Cost,
        PairingRefusal refusal => $"{refusal.Code} {string.Join(' ', refusal.Loosen)}",
        var other => other.ToString(),
    };
}
