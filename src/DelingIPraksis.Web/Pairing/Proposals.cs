using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Creates pairs to propose, from the solver's result or from a change made by hand.</summary>
internal static class Proposals
{
    /// <summary>The pairs of the groups, in the order in which their first party was invited.</summary>
    public static ImmutableList<Pair> From(IEnumerable<PairingGroup> groups, GatheringView view) =>
        InOrder(
            view,
            groups.Select(group => Make(view, [.. group.Keys.Select(PartyOf)], [.. group.Reasons.Where(reason => IsTrue(reason, view))]))
        );

    /// <summary>
    /// Swaps two parties. The second may be outside the proposal; then the first is taken out. The changed groups get new reasons. A
    /// prohibition between two new partners gives a refusal.
    /// </summary>
    public static (ImmutableList<Pair>? Pairs, PairingRefusal? Refusal) Swap(
        GatheringView view, Id<Party> one, Id<Party> other, IReadOnlyList<EarlierGathering> history)
    {
        var pairs = new List<Pair>();
        foreach (var pair in view.Proposal)
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
                    pairs.Add(Make(view, members, [.. solution.Groups[0].Reasons.Where(reason => IsTrue(reason, view))]));
                    break;
            }
        }

        return (InOrder(view, pairs), null);
    }

    public static Id<Party> PartyOf(string key) => Id<Party>.Parse(key, null);

    // A problem with one group has only one solution: the group itself, with its reasons.
    private static PairingOutcome Explain(GatheringView view, ImmutableList<Id<Party>> members, IReadOnlyList<EarlierGathering> history) =>
        PairingSolver.Solve(PairingInput.Of(view, members.ToHashSet(), history, keep: false, seed: 0));

    // Pairs that have begun are pinned for the solver. Only the facilitator's wishes are shown as wishes.
    private static bool IsTrue(PairingReason reason, GatheringView view) =>
        reason.Code != PairingReasonCode.Pinned
        || view.Wishes.Any(wish => wish.Together && wish.IsAbout(PartyOf(reason.Keys[0]), PartyOf(reason.Keys[1])));

    // A pair with the same parties is the same pair, and keeps its turn.
    private static Pair Make(GatheringView view, ImmutableList<Id<Party>> members, ImmutableList<PairingReason> reasons)
    {
        var shown = view.Pairs.FirstOrDefault(pair => pair.Members.Count == members.Count && pair.Members.TrueForAll(members.Contains));
        return new Pair(shown?.Id ?? new Id<Pair>(Guid.NewGuid()), shown?.Members ?? members, reasons);
    }

    private static ImmutableList<Pair> InOrder(GatheringView view, IEnumerable<Pair> pairs) =>
        [.. pairs.OrderBy(pair => pair.Members.Min(member => view.Party(member)!.Order))];
}
