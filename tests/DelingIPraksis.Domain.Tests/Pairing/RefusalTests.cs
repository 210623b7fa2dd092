using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class RefusalTests
{
    [Fact]
    public void Pairs_nobody_when_nobody_is_there()
    {
        var solution = Problems.Of(0).Solved();
        Assert.Empty(solution.Groups);
        Assert.True(solution.Optimal);
    }

    [Fact]
    public void Refuses_one_party_alone() => Expect(PairingRefusalCode.OneParty, ["K001"], Problems.Of(1));

    [Fact]
    public void Pairs_two() => Assert.Equal(["K001", "K002"], Assert.Single(Problems.Of(2).Solved().Groups).Keys.Order());

    [Fact]
    public void Makes_three_a_trio() => Assert.Equal(3, Assert.Single(Problems.Of(3).Solved().Groups).Keys.Count);

    [Fact]
    public void Refuses_a_party_that_stands_twice() => Expect(
        PairingRefusalCode.DoubleParty,
        ["Stad"],
        new PairingProblem { Parties = [.. new[] { "Stad", "Arendal", "Stad", "Stad" }.Select(PairingParty.Named)] }
    );

    [Fact]
    public void Refuses_a_party_without_a_key() =>
        Expect(
            PairingRefusalCode.NamelessParty,
            [],
            new PairingProblem { Parties = [PairingParty.Named("Stad"), PairingParty.Named(" ")] }
        );

    [Fact]
    public void Refuses_rules_about_somebody_unknown()
    {
        Expect(PairingRefusalCode.UnknownParty, ["Ukjent"], Problems.Of(4) with { Pinned = [new("K001", "Ukjent")] });
        Expect(PairingRefusalCode.UnknownParty, ["Ukjent"], Problems.Of(4) with { Forbidden = [new("Ukjent", "K001")] });
        Expect(PairingRefusalCode.UnknownParty, ["Ukjent"], Problems.Of(4) with { Host = "Ukjent" });
    }

    [Fact]
    public void Knows_that_earlier_gatherings_had_members_who_have_left() =>
        Assert.Equal(2, Problems.Of(4).After(["K001+Nedlagt", "K002+K003+Nedlagt"]).Solved().Groups.Count);

    [Fact]
    public void Refuses_to_pair_somebody_with_itself() =>
        Expect(PairingRefusalCode.PairedWithItself, ["K002"], Problems.Of(4) with { Pinned = [new("K002", "K002")] });

    [Fact]
    public void Says_which_rule_to_loosen_when_all_pairs_are_forbidden()
    {
        string[] names = [.. Problems.Names(4)];
        var refusal = (Problems.Of(4) with
        {
            Forbidden = [.. names.SelectMany(a => names.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => new PartyPair(a, b)))],
        }).Refused();
        Assert.Equal(PairingRefusalCode.RulesImpossible, refusal.Code);
        Assert.Equal(2, refusal.Loosen.Count);
        Assert.Equal(4, refusal.Keys.Count);
        Assert.All(refusal.Loosen, rule => Assert.Equal(PairingRuleKind.Forbidden, rule.Kind));
    }

    [Fact]
    public void Lets_two_pins_share_a_party_only_in_a_trio()
    {
        PartyPair[] pins = [new("K001", "K002"), new("K002", "K003")];
        Assert.Contains(
            (Problems.Of(5) with { Pinned = pins }).Solved().Groups,
            group => group.Keys.Order().SequenceEqual(["K001", "K002", "K003"])
        );
        Assert.Equal(PairingRuleKind.Pinned, Assert.Single((Problems.Of(4) with { Pinned = pins }).Refused().Loosen).Kind);
    }

    [Fact]
    public void Refuses_a_pair_both_pinned_and_forbidden() => Expect(
        PairingRefusalCode.RulesImpossible,
        ["K001", "K002"],
        Problems.Of(4) with
        {
            Pinned = [new("K001", "K002")],
            Forbidden = [new("K002", "K001")],
        }
    );

    private static void Expect(PairingRefusalCode code, string[] keys, PairingProblem problem)
    {
        var refusal = problem.Refused();
        Assert.Equal(code, refusal.Code);
        Assert.Equal(keys, refusal.Keys);
    }
}
