using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Pairing;

/// <summary>
/// Proposals for the rounds that are left: the one everybody is in and those after it. Rounds that are held stand, and count as met.
/// </summary>
internal static class RoundProposals
{
    /// <summary>Plans the rounds that are left together.</summary>
    /// <param name="view">The gathering, as the facilitator sees it.</param>
    /// <param name="taking">The parties to pair.</param>
    /// <param name="history">Who has met at earlier gatherings.</param>
    /// <param name="keep">Whether pairs that have begun are to be kept, as far as their members are here.</param>
    /// <param name="seed">Breaks ties between equally good plans.</param>
    public static PairingOutcome Plan(
        GatheringView view, IReadOnlySet<Id<Party>> taking, IReadOnlyList<EarlierGathering> history, bool keep, long seed) =>
        DayPlanner.Plan(new DayProblem(PairingInput.Of(view, taking, history, keep, seed), view.Rounds - view.Round)
        {
            Standing = Held(view),
            PinnedLater = PinsAfter(view, taking, view.Round),
        });

    /// <summary>Plans the rounds after the one everybody is in, whose groups are given.</summary>
    public static PairingOutcome PlanLater(
        GatheringView view,
        IReadOnlySet<Id<Party>> taking,
        IReadOnlyList<EarlierGathering> history,
        IReadOnlyList<IReadOnlyList<string>> now,
        long seed
    )
    {
        var problem = PairingInput.Of(view, taking, history, keep: false, seed) with
        {
            Pinned = [.. PinsAfter(view, taking, view.Round)[1]],
        };
        return DayPlanner.Plan(new DayProblem(problem, view.Rounds - view.Round - 1)
        {
            Standing = [.. Held(view), now],
            PinnedLater = PinsAfter(view, taking, view.Round + 1),
        });
    }

    /// <summary>A plan of the rounds that are left, as a change to ask for.</summary>
    public static PairsProposed Change(DayPlan plan, GatheringView view) =>
        new(Proposals.From(plan.Rounds[0], view), Later(plan.Rounds.Skip(1), view));

    /// <summary>The groups of the rounds after the one everybody is in, as pairs; null when there are none.</summary>
    public static ImmutableList<ImmutableList<Pair>>? Later(IEnumerable<IReadOnlyList<PairingGroup>> rounds, GatheringView view)
    {
        var later = rounds.Select((groups, place) => Proposals.From(groups, view, view.Round + 1 + place)).ToImmutableList();
        return later.IsEmpty ? null : later;
    }

    /// <summary>The pairs proposed for a round.</summary>
    public static IReadOnlyList<Pair> ProposedIn(GatheringView view, int round) =>
        round == view.Round ? view.Proposal : view.ProposedLater.ElementAtOrDefault(round - view.Round - 1) ?? [];

    /// <summary>The proposal with other pairs in one round.</summary>
    public static PairsProposed With(GatheringView view, int round, ImmutableList<Pair> pairs)
    {
        ImmutableList<ImmutableList<Pair>> later = [.. view.ProposedLater.Select(some => some.ToImmutableList())];
        return round == view.Round
            ? new PairsProposed(pairs, later.IsEmpty ? null : later)
            : new PairsProposed([.. view.Proposal], later.SetItem(round - view.Round - 1, pairs));
    }

    /// <summary>The rounds of the day as they are proposed, after those that are held.</summary>
    public static IEnumerable<(int Round, IReadOnlyList<Pair> Pairs)> Day(GatheringView view) => Enumerable.Range(0, view.Rounds)
        .Select(round => (round, round < view.Round ? view.PairsIn(round) : ProposedIn(view, round)));

    /// <summary>How many meetings in the proposal are between two who meet in an earlier round of the day.</summary>
    public static int Repeats(GatheringView view) => Day(view)
        .SelectMany(round => round.Pairs.SelectMany(pair => TwosOf(pair.Members).Select(two => (two, round.Round))))
        .GroupBy(meeting => meeting.two)
        .Sum(meetings => meetings.OrderBy(meeting => meeting.Round).Skip(1).Count(meeting => meeting.Round >= view.Round));

    /// <summary>The reasons for two in a group that meet in earlier rounds of the day.</summary>
    public static IEnumerable<PairingReason> Again(GatheringView view, int round, ImmutableList<Id<Party>> members)
    {
        var met = Day(view).Where(other => other.Round < round).SelectMany(other => other.Pairs).SelectMany(pair => TwosOf(pair.Members))
            .CountBy(two => two).ToDictionary();
        return from two in TwosOf(members)
               where met.ContainsKey(two)
               let keys = new[] { two.One.ToString(), two.Other.ToString() }
               select new PairingReason(PairingReasonCode.MeetAgainToday, keys, met[two], null, null, []);
    }

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Held(GatheringView view) =>
        [.. Enumerable.Range(0, view.Round).Select(round => PairingInput.GroupsOf(view.PairsIn(round)))];

    private static ILookup<int, PartyPair> PinsAfter(GatheringView view, IReadOnlySet<Id<Party>> taking, int round) => view.Wishes
        .Where(wish => wish.Together && wish.Round > round && taking.Contains(wish.One) && taking.Contains(wish.Other))
        .ToLookup(wish => wish.Round - round, wish => PairingInput.Both(wish.One, wish.Other));

    private static IEnumerable<(Id<Party> One, Id<Party> Other)> TwosOf(ImmutableList<Id<Party>> members) =>
        members.SelectMany((one, place) => members.Skip(place + 1).Select(other => one < other ? (one, other) : (other, one)));
}
