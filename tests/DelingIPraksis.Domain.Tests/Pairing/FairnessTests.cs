using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class FairnessTests
{
    [Fact]
    public void Nobody_meets_again_in_the_first_five_gatherings_of_eleven()
    {
        var problem = Problems.Of(11);
        for (var gathering = 0; gathering < 5; gathering++)
        {
            var solution = problem.Solved();
            Assert.Equal(0, solution.Cost.TimesMetSquared);
            problem = problem.Held(solution);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(11)]
    public void The_seat_in_the_trio_goes_round(int n)
    {
        var problem = Problems.Of(n);
        var seats = problem.Parties.ToDictionary(party => party.Key, _ => 0);
        for (var gathering = 0; gathering < 2 * n; gathering++)
        {
            var solution = problem.Solved();
            foreach (var key in solution.Groups.Single(group => group.Keys.Count == 3).Keys)
                seats[key]++;
            problem = problem.Held(solution);
        }
        Assert.InRange(seats.Values.Max() - seats.Values.Min(), 0, 2);
    }

    [Fact]
    public void Whoever_presented_first_last_time_waits_this_time()
    {
        var problem = Problems.Of(2).After(["K001+K002"]);
        Assert.Equal(["K002", "K001"], problem.Solved().Groups[0].Keys);
        Assert.Equal(["K001", "K002"], Problems.Of(2).After(["K002+K001"]).Solved().Groups[0].Keys);
    }

    [Fact]
    public void Whoever_must_meet_again_is_not_whom_one_met_last()
    {
        var problem = Problems.Of(4).After(["K001+K002", "K003+K004"], ["K001+K003", "K002+K004"], ["K001+K004", "K002+K003"]);
        var solution = problem.Solved();
        Assert.Equal((2, 0), (solution.Cost.TimesMetSquared, solution.Cost.MetLastTime));
    }

    [Fact]
    public void When_all_have_met_those_who_were_right_for_each_other_meet_again_and_those_who_were_not_do_not()
    {
        // All have met once, the same day.
        var met = Problems.Of(4).After(["K001+K002", "K003+K004", "K001+K003", "K002+K004", "K001+K004", "K002+K003"]);
        for (var seed = 0; seed < 20; seed++)
        {
            var right = (met with { Seed = seed, RightPartners = [new("K003", "K001")] }).Solved();
            Assert.Equal(-1, right.Cost.RightPartner);
            Assert.Contains(right.Groups, group => group.Keys.Order().SequenceEqual(["K001", "K003"]));
            var wrong = (met with { Seed = seed, WrongPartners = [new("K001", "K003")] }).Solved();
            Assert.Equal(0, wrong.Cost.RightPartner);
        }
    }

    [Fact]
    public void Who_was_right_never_outweighs_anything_but_the_lot()
    {
        var met = Problems.Of(4).After(["K001+K002"]) with { RightPartners = [new("K001", "K002"), new("K003", "K004")] };
        Assert.Equal((0, 0), (met.Solved().Cost.TimesMetSquared, met.Solved().Cost.RightPartner));
        PairingParty[] sizes =
        [
            new("A", "A", Size: 1_000), new("B", "B", Size: 1_000), new("C", "C", Size: 90_000), new("D", "D", Size: 90_000),
        ];
        var unlike = new PairingProblem { Parties = sizes, RightPartners = [new("A", "B"), new("C", "D")] }.Solved();
        Assert.Equal((-6, 0), (unlike.Cost.Preference, unlike.Cost.RightPartner));
    }

    [Fact]
    public void Both_must_gain_for_asks_and_offers_to_count()
    {
        PairingParty[] parties =
        [
            new("A", "A", Asks: "måling", Offers: "ombruk"), new("B", "B", Asks: "ombruk", Offers: "måling"),
            new("C", "C", Asks: "måling måling måling innkjøp"), new("D", "D", Offers: "måling innkjøp"),
        ];
        var solution = new PairingProblem { Parties = parties }.Solved();
        Assert.Equal(-1, solution.Cost.Complementarity);
        Assert.Contains(solution.Groups, group => group.Keys.Order().SequenceEqual(["A", "B"]));
    }

    [Fact]
    public void In_a_trio_each_comments_on_whom_it_can_help()
    {
        PairingParty[] parties =
        [
            new("A", "A", Offers: "måling"),
            new("B", "B", Asks: "ombruk"),
            new("C", "C", Asks: "måling", Offers: "ombruk"),
        ];
        var keys = new PairingProblem { Parties = parties }.Solved().Groups[0].Keys;
        Assert.Equal("C", keys[(keys.ToList().IndexOf("A") + 1) % 3]);
    }

    [Fact]
    public void A_history_of_any_length_never_overflows_the_weights()
    {
        var met = new EarlierGathering(Problems.Day(0), [.. Enumerable.Repeat<IReadOnlyList<string>>(["K001", "K002"], 100_000)]);
        var solution = (Problems.Of(2) with { History = [met] }).Solved();
        Assert.Equal(10_000_000_000, solution.Cost.TimesMetSquared);
    }
}
