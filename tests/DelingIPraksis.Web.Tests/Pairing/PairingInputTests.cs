using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Tests.Console;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Pairing;

public sealed class PairingInputTests
{
    [Fact]
    public void Wishes_of_those_who_are_not_here_are_left_out()
    {
        var view = View(
            TestData.Planned(
                4,
                4,
                new PairWished(new(TestData.Party(0), TestData.Party(1), true)),
                new PairWished(new(TestData.Party(2), TestData.Party(3), false))
            )
        );
        var problem = PairingInput.Of(view, Parties(0, 2, 3), [], keep: false, seed: 7);
        Assert.Empty(problem.Pinned);
        Assert.Equal([PairingInput.Both(TestData.Party(3), TestData.Party(2))], problem.Forbidden);
        Assert.Equal(TestData.Party(0).ToString(), problem.Host);
        Assert.Equal(7, problem.Seed);
    }

    [Fact]
    public void Pairs_that_have_begun_are_kept_and_a_trio_only_while_the_number_is_odd()
    {
        var view = View(TestData.At(PhaseKind.Board, 2, 3));
        Assert.Equal(3, PairingInput.Of(view, Parties(0, 1, 2, 3, 4), [], keep: true, seed: 0).Pinned.Count);
        Assert.Single(PairingInput.Of(view, Parties(0, 1, 2, 3), [], keep: true, seed: 0).Pinned);
        Assert.Empty(PairingInput.Of(view, Parties(0, 2, 3), [], keep: true, seed: 0).Pinned);
        Assert.Empty(PairingInput.Of(view, Parties(0, 1, 2, 3, 4), [], keep: false, seed: 0).Pinned);
    }

    [Fact]
    public void Asks_and_offers_that_are_still_private_are_not_used()
    {
        var gathering = TestData.Fold(
            TestData.At(PhaseKind.Writing, 2),
            [(TestData.From(0), new TextWritten(TextField.Asks, "hemmelig", 0))]
        );
        Assert.All(PairingInput.Of(View(gathering), Parties(0, 1), [], keep: false, seed: 0).Parties, party => Assert.Null(party.Asks));
    }

    [Fact]
    public void The_same_seed_gives_the_same_proposal_and_the_same_parties_are_the_same_pair()
    {
        var view = View(TestData.At(PhaseKind.Board, 2, 2, 2, 3));
        var first = Solve(view, 3);
        Assert.Equal(Members(first), Members(Solve(view, 3)));
        var kept = Proposals.From(
            (
                (PairingSolution)PairingSolver.Solve(PairingInput.Of(view, Parties([.. Enumerable.Range(0, 9)]), [], keep: true, seed: 1))
            ).Groups,
            view
        );
        Assert.Equal(view.Pairs.Select(pair => pair.Id), kept.Select(pair => pair.Id));
        Assert.Equal(view.Pairs.Select(pair => string.Join(' ', pair.Members)), Members(kept));
        Assert.DoesNotContain(kept.SelectMany(pair => pair.Reasons), reason => reason.Code == PairingReasonCode.Pinned);
    }

    [Fact]
    public void A_swap_with_one_outside_puts_the_other_out()
    {
        var proposed = TestData.Planned(
            3,
            3,
            new PairsProposed([new Pair(TestData.PairId(0), [TestData.Party(0), TestData.Party(1)], [])])
        );
        var (pairs, refusal) = Proposals.Swap(View(proposed), 0, TestData.Party(1), TestData.Party(2), []);
        Assert.Null(refusal);
        Assert.Equal([TestData.Party(0), TestData.Party(2)], Assert.Single(pairs!).Members);
    }

    [Fact]
    public void A_swap_that_brings_two_together_who_are_never_to_be_is_refused()
    {
        var proposed = TestData.Planned(4, 4,
            new PairsProposed([
                new Pair(TestData.PairId(0), [TestData.Party(0), TestData.Party(1)], []),
                new Pair(TestData.PairId(1), [TestData.Party(2), TestData.Party(3)], []),
            ]),
            new PairWished(new(TestData.Party(0), TestData.Party(3), Together: false)));
        var (pairs, refusal) = Proposals.Swap(View(proposed), 0, TestData.Party(1), TestData.Party(3), []);
        Assert.Null(pairs);
        Assert.Equal(PairingRefusalCode.RulesImpossible, refusal!.Code);
    }

    private static IEnumerable<string> Members(IEnumerable<Pair> pairs) => pairs.Select(pair => string.Join(' ', pair.Members));

    private static IReadOnlyList<Pair> Solve(GatheringView view, long seed) =>
        Proposals.From(
            (
                (PairingSolution)PairingSolver.Solve(PairingInput.Of(view, Parties([.. Enumerable.Range(0, 9)]), [], keep: false, seed))
            ).Groups,
            view
        );

    private static GatheringView View(Gathering gathering) => GatheringView.For(gathering, TestData.Facilitator);

    private static HashSet<Id<Party>> Parties(params int[] numbers) => [.. numbers.Select(TestData.Party)];
}
