using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Creates pairs to propose, from the solver's result or from a change made by hand.</summary>
internal static class Proposals
{
    /// <summary>
    /// The pairs of the groups in the round everybody is in, in the order in which their first party was invited.
    /// </summary>
    public static ImmutableList<Pair> From(IEnumerable<PairingGroup> groups, GatheringView view) => From(groups, view, view.Round);

    /// <summary>The pairs of the groups in a round.</summary>
    public static ImmutableList<Pair> From(IEnumerable<PairingGroup> groups, GatheringView view, int round) => InOrder(
        view,
        groups.Select(group =>
            Make(view, round, [.. group.Keys.Select(PartyOf)], [.. group.Reasons.Where(reason => IsTrue(reason, view, round))]))
    );

    /// <summary>
    /// Swaps two parties. The second may be outside the proposal; then the first is taken out. The changed groups get new reasons. A
    /// prohibition between two new partners gives a refusal.
    /// </summary>
    /// <param name="view">The gathering, as the facilitator sees it.</param>
    /// <param name="round">The round in which they are swapped. The other rounds stay.</param>
    /// <param name="one">One of the two.</param>
    /// <param name="other">The other.</param>
    /// <param name="history">Who has met before.</param>
    public static (ImmutableList<Pair>? Pairs, PairingRefusal? Refusal) Swap(
        GatheringView view, int round, Id<Party> one, Id<Party> other, IReadOnlyList<EarlierGathering> history)
    {
        var pairs = new List<Pair>();
        foreach (var pair in RoundProposals.ProposedIn(view, round))
        {
            var touched = pair.Members.Contains(one) != pair.Members.Contains(other);
            if (!touched)
            {
                pairs.Add(pair);
                continue;
            }

            var members = pair.Members.ConvertAll(member => member == one ? other : member == other ? one : member);
            switch (Explain(view, members, history))
            {
                case PairingRefusal refusal: return (null, refusal);
                case PairingSolution solution:
                    var reasons = solution.Groups[0].Reasons.Where(reason => IsTrue(reason, view, round));
                    pairs.Add(Make(view, round, members, [.. reasons, .. RoundProposals.Again(view, round, members)]));
                    break;
            }
        }

        return (InOrder(view, pairs), null);
    }

    /// <summary>
    /// The pairs that a change is measured from: those at work, else those that the parties were shown before the gathering, else those
    /// that are proposed.
    /// </summary>
    public static IReadOnlyList<Pair> Standing(GatheringView view) =>
        view.Pairs.Count > 0 ? view.Pairs : view.Preview.Count > 0 ? view.Preview : view.Proposal;

    /// <summary>Whether two pairs have the same members.</summary>
    public static bool AreSame(Pair one, Pair other) =>
        one.Members.Count == other.Members.Count && one.Members.TrueForAll(other.Members.Contains);

    public static Id<Party> PartyOf(string key) => Id<Party>.Parse(key, null);

    // A problem with one group has only one solution: the group itself, with its reasons.
    private static PairingOutcome Explain(GatheringView view, ImmutableList<Id<Party>> members, IReadOnlyList<EarlierGathering> history) =>
        PairingSolver.Solve(PairingInput.Of(view, members.ToHashSet(), history, keep: false, seed: 0));

    // Pairs that have begun are pinned for the solver. Only the facilitator's wishes are shown as wishes.
    private static bool IsTrue(PairingReason reason, GatheringView view, int round) =>
        reason.Code != PairingReasonCode.Pinned
        || view.Wishes.Any(wish =>
            wish.Together && wish.Round == round && wish.IsAbout(PartyOf(reason.Keys[0]), PartyOf(reason.Keys[1])));

    // A pair with the same parties in the same round is the same pair, and keeps its turn.
    private static Pair Make(GatheringView view, int round, ImmutableList<Id<Party>> members, ImmutableList<PairingReason> reasons)
    {
        var shown = view.PairsIn(round)
            .FirstOrDefault(pair => pair.Members.Count == members.Count && pair.Members.TrueForAll(members.Contains));
        return new Pair(shown?.Id ?? new Id<Pair>(Guid.NewGuid()), shown?.Members ?? members, reasons) { Round = round };
    }

    private static ImmutableList<Pair> InOrder(GatheringView view, IEnumerable<Pair> pairs) =>
        [.. pairs.OrderBy(pair => pair.Members.Min(member => view.Party(member)!.Order))];
}
