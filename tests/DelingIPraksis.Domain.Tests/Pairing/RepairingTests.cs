using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class RepairingTests
{
    [Fact]
    public void A_no_show_in_an_even_set_touches_one_pair_and_nobody_else_moves()
    {
        Gen.Select(Gen.Int[2, 8], Gen.Int, Gen.Int[0, 4], Gen.Int[1, 99]).Sample((half, seed, progress, who) =>
        {
            var problem = Problems.Of(2 * half, seed);
            var running = Running(problem, (GroupProgress)progress);
            var gone = problem.Parties[who % problem.Parties.Count].Key;
            var best = Proposals(Without(problem, gone), running)[0];
            Assert.Single(best.Affected, party => party.Effect == RepairEffect.LeftAlone);
            Assert.Equal(2, best.Affected.Count(party => party.Effect == RepairEffect.Joined));
            Assert.Equal(3, best.Affected.Count);
        }, iter: 60);
    }

    [Fact]
    public void The_leftovers_of_two_pairs_find_each_other()
    {
        var best = Proposals(Problems.Of(8), ["K001+X", "K002+Y", "K003+K004", "K005+K006", "K007+K008"], GroupProgress.Writing)[0];
        Assert.Equal(0, best.Cost.Disturbance);
        Assert.Equal(["K001", "K002"], best.Affected.Select(party => party.Key).Order());
    }

    [Theory]
    [InlineData(GroupProgress.Waiting, true)]
    [InlineData(GroupProgress.Presenting, true)]
    [InlineData(GroupProgress.Commenting, false)]
    public void A_latecomer_takes_one_out_of_the_trio_only_before_anybody_has_commented(GroupProgress progress, bool splits)
    {
        var best = Proposals(Problems.Of(8), ["K001+K002+K003", "K004+K005", "K006+K007"], progress)[0];
        Assert.Equal(splits, best.Groups.All(group => group.Keys.Count == 2));
        Assert.Equal(splits ? 2 : 0, best.Affected.Count(party => party.Effect == RepairEffect.Fewer));
    }

    [Fact]
    public void A_latecomer_joins_the_pair_that_has_come_the_shortest()
    {
        var problem = Problems.Of(7);
        RunningGroup[] running =
        [
            Group("K001+K002", GroupProgress.Commenting),
            Group("K003+K004", GroupProgress.Writing),
            Group("K005+K006", GroupProgress.Presenting),
        ];
        Assert.Contains(Proposals(problem, running)[0].Groups, group => group.Keys is ["K003", "K004", "K007"]);
    }

    [Fact]
    public void A_trio_that_loses_one_goes_on_as_a_pair()
    {
        var best = Proposals(Problems.Of(4), ["K001+X+K002", "K003+K004"], GroupProgress.Commenting)[0];
        Assert.Equal(0, best.Cost.Disturbance);
        Assert.All(best.Affected, party => Assert.Equal(RepairEffect.Fewer, party.Effect));
        Assert.Equal(["K001", "K002"], best.Affected.Select(party => party.Key).Order());
    }

    [Fact]
    public void Nothing_happens_when_nothing_has_happened()
    {
        var problem = Problems.Of(9);
        Assert.Empty(Proposals(problem, Running(problem, GroupProgress.Writing))[0].Affected);
    }

    [Fact]
    public void At_most_three_are_proposed_all_different_and_the_least_disturbing_first()
    {
        Gen.Select(Problems.Free(5, 12), Gen.Int[1, 3], Gen.Int[0, 4]).Sample((problem, absent, progress) =>
        {
            var running = Running(problem, (GroupProgress)progress);
            var gone = problem.Parties.Take(absent).Select(party => party.Key).ToArray();
            var proposals = Proposals(Without(problem, gone), running);
            Assert.InRange(proposals.Count, 1, 3);
            Assert.Equal(proposals.OrderBy(p => p.Strain).ThenBy(p => p.Cost), proposals);
            Assert.Equal(
                proposals.Count,
                proposals.Select(p => string.Join('|', p.Groups.Select(g => string.Join('+', g.Keys)))).Distinct().Count()
            );
            Assert.All(
                proposals,
                p => Assert.Equal(problem.Parties.Skip(absent).Select(x => x.Key).Order(), p.Groups.SelectMany(g => g.Keys).Order())
            );
            Assert.All(proposals, p => Assert.All(p.Groups, group => Assert.InRange(group.Keys.Count, 2, 3)));
        }, iter: 100);
    }

    [Fact]
    public void What_is_told_of_a_way_to_go_on_is_what_the_ways_are_ordered_by_and_what_the_effects_say()
    {
        Gen.Select(Problems.Free(5, 12), Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 4]).Sample((problem, absent, late, progress) =>
        {
            var came = problem with
            {
                Parties = [.. problem.Parties.SkipLast(late)],
                Wishes = [],
                RightPartners = [],
                WrongPartners = [],
                Host = null,
            };
            var running = Running(came, (GroupProgress)progress);
            var gone = problem.Parties.Take(absent).Select(party => party.Key).ToArray();
            var proposals = Proposals(Without(problem, gone), running);
            Assert.Equal(proposals.Select(p => p.Strain).Order(), proposals.Select(p => p.Strain));
            Assert.All(
                proposals,
                p =>
                    Assert.Equal(
                        p.Affected.Count(party => party.Effect is RepairEffect.Moved or RepairEffect.Joined),
                        p.Strain.GetNew
                    )
            );
            if ((GroupProgress)progress < GroupProgress.Commenting) Assert.All(proposals, p => Assert.Equal(0, p.Strain.Parted));
        }, iter: 100);
    }

    [Fact]
    public void Rules_hold_in_the_morning_too()
    {
        var problem = Problems.Of(5) with { Forbidden = [new("K001", "K002"), new("K001", "K003")] };
        Assert.All(Proposals(problem, [Group("K002+K003", GroupProgress.Writing), Group("K004+K005", GroupProgress.Commenting)]),
            proposal =>
                Assert.DoesNotContain(
                    proposal.Groups,
                    group => group.Keys.Contains("K001") && (group.Keys.Contains("K002") || group.Keys.Contains("K003"))
                )
        );
        Assert.IsType<PairingRefusal>(
            Repairing.Propose(problem with { Forbidden = [.. Problems.Names(5).Skip(1).Select(k => new PartyPair("K001", k))] }, [])
        );
        Assert.IsType<PairingRefusal>(Repairing.Propose(Problems.Of(1), [Group("K001+X", GroupProgress.Writing)]));
        Assert.IsType<PairingRefusal>(Repairing.Propose(Problems.Of(4), [Group("K001+K002", 0), Group("K002+K003", 0)]));
    }

    [Fact]
    public void A_pair_pinned_in_the_morning_is_brought_together()
    {
        var problem = Problems.Of(4) with { Pinned = [new("K001", "K003")] };
        var best = Proposals(problem, [Group("K001+K002", GroupProgress.Writing), Group("K003+K004", GroupProgress.Writing)])[0];
        Assert.Contains(best.Groups, group => group.Keys.Order().SequenceEqual(["K001", "K003"]));
        Assert.All(best.Affected, party => Assert.Equal(RepairEffect.Moved, party.Effect));
    }

    [Fact]
    public void A_large_network_gets_a_proposal()
    {
        var problem = Problems.Of(121);
        var best = Proposals(Without(problem, "K002"), Running(problem, GroupProgress.Presenting))[0];
        Assert.InRange(best.Affected.Count, 2, 5);
    }

    private static IReadOnlyList<RepairProposal> Proposals(PairingProblem problem, string[] groups, GroupProgress progress) =>
        Proposals(problem, [.. groups.Select(group => Group(group, progress))]);

    private static IReadOnlyList<RepairProposal> Proposals(PairingProblem problem, IReadOnlyList<RunningGroup> running) =>
        Assert.IsType<RepairProposals>(Repairing.Propose(problem, running)).Proposals;

    private static RunningGroup Group(string keys, GroupProgress progress) => new(keys.Split('+'), progress);

    private static RunningGroup[] Running(PairingProblem problem, GroupProgress progress) =>
        [.. problem.Solved().Groups.Select(group => new RunningGroup(group.Keys, progress))];

    private static PairingProblem Without(PairingProblem problem, params string[] gone) => problem with
    {
        Parties = [.. problem.Parties.Where(party => !gone.Contains(party.Key))],
        Wishes = [.. problem.Wishes.Where(pair => !gone.Contains(pair.First) && !gone.Contains(pair.Second))],
        RightPartners = [.. problem.RightPartners.Where(pair => !gone.Contains(pair.First) && !gone.Contains(pair.Second))],
        WrongPartners = [.. problem.WrongPartners.Where(pair => !gone.Contains(pair.First) && !gone.Contains(pair.Second))],
        Host = gone.Contains(problem.Host) ? null : problem.Host,
    };
}
