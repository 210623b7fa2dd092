using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>
/// The rules as <c>docs/pairing.md</c> says them, and the cheapest pairing by them. It shares no line with the solver: every count is made
/// anew from the history, costs are compared component by component, and the best is found over sets of parties. Only the lot (the last
/// component) has no rule in words; it is asked of the solver, for two parties alone.
/// </summary>
internal sealed class RulesAsWritten(PairingProblem problem)
{
    private const int Length = 10;

    private readonly Dictionary<int, long[]?> _cheapest = [];
    private readonly Dictionary<(int, int), long[]> _pairs = [];

    /// <summary>A cost of the solver in the form that this class compares: all but the disturbance.</summary>
    public static long[] Flat(PairingCost cost) =>
    [
        cost.BrokenRules, cost.TimesMetSquared, cost.MetLastTime, cost.TrioSeatsSquared, cost.TrioSeatRecency, cost.Constraints,
        cost.Complementarity, cost.Preference, cost.RightPartner, cost.Noise,
    ];

    /// <summary>The cost of groups of parties, by their place in the list.</summary>
    public long[] CostOf(IEnumerable<int[]> groups) => groups.Aggregate(Start(), (sum, group) => Sum(sum, CostOfGroup(group)));

    /// <summary>The lowest cost of all pairings.</summary>
    public long[] Cheapest()
    {
        var n = problem.Parties.Count;
        return n == 0 ? Start() : Sum(Start(), Cheapest((1 << n) - 1, mayHaveTrio: n % 2 == 1)!);
    }

    // Parties that are left; a trio is left to choose exactly when their number is odd.
    private long[]? Cheapest(int left, bool mayHaveTrio)
    {
        if (left == 0) return new long[Length];
        if (_cheapest.TryGetValue(left, out var known)) return known;
        int[] members = [.. Enumerable.Range(0, problem.Parties.Count).Where(i => (left & (1 << i)) != 0)];
        long[]? best = null;
        for (var i = 1; i < members.Length; i++)
        {
            Try([members[0], members[i]], mayHaveTrio);
            for (var j = i + 1; mayHaveTrio && j < members.Length; j++) Try([members[0], members[i], members[j]], false);
        }

        _cheapest[left] = best;
        return best;

        void Try(int[] group, bool trioIsLeft)
        {
            var rest = group.Aggregate(left, (set, i) => set & ~(1 << i));
            if (Cheapest(rest, trioIsLeft) is { } others && Sum(CostOfGroup(group), others) is var cost
                && (best is null || Compare(cost, best) < 0))
                best = cost;
        }
    }

    private long[] CostOfGroup(int[] group)
    {
        var cost = new long[Length];
        for (var i = 0; i < group.Length; i++)
        {
            if (group.Length == 3) cost = Sum(cost, CostOfSeat(group[i]));
            for (var j = 0; j < i; j++) cost = Sum(cost, CostOfPair(Math.Min(group[i], group[j]), Math.Max(group[i], group[j])));
        }

        return cost;
    }

    private long[] CostOfPair(int a, int b)
    {
        if (_pairs.TryGetValue((a, b), out var known)) return known;
        var (one, other) = (problem.Parties[a], problem.Parties[b]);
        DateOnly[] days = [.. DaysOf(group => group.Contains(one.Key) && group.Contains(other.Key))];
        var wishes = problem.Wishes.Distinct().Count(wish => Is(wish, one, other));
        return _pairs[(a, b)] =
        [
            (problem.Forbidden.Any(rule => Is(rule, one, other)) ? 1 : 0) - (problem.Pinned.Any(rule => Is(rule, one, other)) ? 1 : 0),
            days.Length * days.Length,
            days.Contains(problem.History.Select(day => day.Date).DefaultIfEmpty().Max()) ? 1 : 0,
            0,
            0,
            (one.County is not null && one.County == other.County ? 1 : 0) - wishes,
            -Math.Min(Common(one.Asks, other.Offers), Common(other.Asks, one.Offers)),
            one.Size is { } size && other.Size is { } than ? -Math.Abs(ClassOf(size) - ClassOf(than)) : 0,
            (problem.WrongPartners.Any(pair => Is(pair, one, other)) ? 1 : 0)
                - (problem.RightPartners.Any(pair => Is(pair, one, other)) ? 1 : 0),
            ((PairingSolution)PairingSolver.Solve(new PairingProblem { Parties = [one, other], Seed = problem.Seed })).Cost.Noise,
        ];
    }

    private long[] CostOfSeat(int a)
    {
        var party = problem.Parties[a];
        DateOnly[] trios = [.. DaysOf(group => group.Count > 2 && group.Contains(party.Key))];
        var days = problem.History.Select(day => day.Date).Distinct().Order().ToList();
        return
        [
            0, 0, 0, trios.Length * trios.Length, trios.Length == 0 ? 0 : days.IndexOf(trios.Max()) + 1,
            problem.Host == party.Key ? 1 : 0, 0, 0, 0, 0,
        ];
    }

    // One day for each group of this kind.
    private IEnumerable<DateOnly> DaysOf(Func<IReadOnlyList<string>, bool> isOfKind) =>
        problem.History.SelectMany(day => day.Groups.Where(isOfKind).Select(_ => day.Date));

    private long[] Start()
    {
        var start = new long[Length];
        start[0] = problem.Pinned.Select(pin => (Min(pin.First, pin.Second), Max(pin.First, pin.Second))).Distinct().Count();
        return start;
    }

    private static bool Is(PartyPair rule, PairingParty one, PairingParty other) =>
        (rule.First == one.Key && rule.Second == other.Key) || (rule.First == other.Key && rule.Second == one.Key);

    // The words of the cases share no stem with each other, and the small words have three letters at most.
    private static int Common(string? asks, string? offers) => Words(asks).Intersect(Words(offers)).Count();

    private static IEnumerable<string> Words(string? text) => text?.Split(' ').Where(word => word.Length > 3) ?? [];

    private static int ClassOf(int inhabitants) => inhabitants < 5_000 ? 0 : inhabitants < 20_000 ? 1 : inhabitants < 50_000 ? 2 : 3;

    private static long[] Sum(long[] a, long[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static int Compare(long[] a, long[] b) => a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(sign => sign != 0);

    private static string Min(string a, string b) => string.CompareOrdinal(a, b) < 0 ? a : b;

    private static string Max(string a, string b) => string.CompareOrdinal(a, b) < 0 ? b : a;
}
