namespace DelingIPraksis.Domain.Pairing;

/// <summary>The planned rounds of a day while they are being made.</summary>
internal sealed class DayDraft
{
    private const int MostPasses = 5;

    private readonly DayProblem _day;
    private readonly CostModel _model;
    private readonly Dictionary<string, int> _index;
    private readonly List<IReadOnlyList<string>>[] _rounds;

    public DayDraft(DayProblem day)
    {
        _day = day;
        _model = new CostModel(day.Problem);
        _index = _model.Parties.Select((party, i) => (party.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        _rounds = [.. Enumerable.Range(0, day.Rounds).Select(_ => new List<IReadOnlyList<string>>())];
    }

    /// <summary>Solves each round with the others fixed until that makes nothing better. No step makes the plan worse.</summary>
    public void Improve()
    {
        // A round with pins has the least choice, so it goes first.
        foreach (var r in Enumerable.Range(0, _rounds.Length).OrderByDescending(r => _day.Round(r).Pinned.Count))
            _rounds[r] = Solved(r);
        for (var (pass, better) = (0, _rounds.Length > 1); better && pass < MostPasses; pass++)
        {
            var before = Cost();
            for (var r = 0; r < _rounds.Length; r++)
                _rounds[r] = Solved(r);
            better = Cost() < before;
        }
    }

    /// <summary>Replaces all rounds.</summary>
    public void Replace(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rounds)
    {
        foreach (var (r, groups) in rounds.Index())
            _rounds[r] = [.. groups];
    }

    /// <summary>The cost of all planned rounds.</summary>
    public PairingCost Cost()
    {
        var cost = default(PairingCost);
        var (met, seats) = Today(_day.Standing);
        foreach (var group in _rounds.SelectMany(groups => groups))
        {
            foreach (var pair in PairsOf(group))
            {
                var times = met.GetValueOrDefault(pair);
                met[pair] = times + 1;
                cost += _model.Pair(_index[pair.Item1], _index[pair.Item2]) + new PairingCost(Disturbance: times);
            }
            foreach (var key in group.Where(_ => group.Count > 2))
            {
                cost += _model.Seat(_index[key], seats.GetValueOrDefault(key));
                seats[key] = seats.GetValueOrDefault(key) + 1;
            }
        }
        // All rules are kept. A pair that is pinned in the first round costs −1 less in every round that it is in.
        return cost with { BrokenRules = 0 };
    }

    /// <summary>A bound for every plan: each round alone, and by counting how many must meet again today.</summary>
    public PairingCost LowerBound()
    {
        var alone = Sum(r => Model(r, _day.Standing));
        var again = FewestAgain();
        return alone.Disturbance >= again ? alone : Sum(r => new CostModel(_day.Round(r))) with { Disturbance = again };

        PairingCost Sum(Func<int, CostModel> model) => Enumerable.Range(0, _rounds.Length)
            .Aggregate(default(PairingCost), (sum, r) => sum + PairingSolver.Best(model(r)).LowerBound);
    }

    /// <summary>The plan, with reasons, the cheapest round first where no pin says otherwise.</summary>
    public DayPlan Described(PairingCost bound, string solver)
    {
        var cost = Cost();
        if (Enumerable.Range(0, _rounds.Length).All(r => _day.Round(r).Pinned.Count == 0))
            Array.Sort(_rounds, (one, other) => Alone(one).CompareTo(Alone(other)));
        var (met, _) = Today(_day.Standing);
        var (repeats, today) = (0, new List<IReadOnlyList<string>>(_day.Standing.SelectMany(round => round)));
        var rounds = new List<IReadOnlyList<PairingGroup>>();
        foreach (var (r, groups) in _rounds.Index())
        {
            var model = new CostModel(_day.Round(r));
            // Who presented first in a round today is one more time first.
            var first = new CostModel(_day.Problem with { History = [.. _day.Problem.History, new(DateOnly.MaxValue, today)] });
            rounds.Add(
            [
                .. groups.Select(group => PairingSolver.Describe(model, TurnOrder.Of(first, [.. group.Select(key => _index[key]).Order()])))
                    .Select(group => group with { Reasons = [.. group.Reasons, .. Again(group.Keys)] })
                    .OrderBy(group => group.Keys.Min(StringComparer.Ordinal), StringComparer.Ordinal),
            ]);
            foreach (var pair in groups.SelectMany(PairsOf))
            {
                repeats += met.ContainsKey(pair) ? 1 : 0;
                met[pair] = met.GetValueOrDefault(pair) + 1;
            }
            today.AddRange(rounds[r].Select(group => group.Keys));
        }
        return new DayPlan(rounds, cost, bound, solver) { Repeats = repeats };

        IEnumerable<PairingReason> Again(IReadOnlyList<string> keys) =>
            from pair in PairsOf(keys)
            where met.ContainsKey(pair)
            select new PairingReason(PairingReasonCode.MeetAgainToday, [pair.Item1, pair.Item2], met[pair], null, null, []);
    }

    private PairingCost Alone(List<IReadOnlyList<string>> groups) =>
        groups.Aggregate(default(PairingCost), (sum, group) => sum + _model.Group([.. group.Select(key => _index[key])]));

    private List<IReadOnlyList<string>> Solved(int round) =>
        [
            .. PairingSolver.Best(Model(round, [.. _day.Standing, .. _rounds.Where((_, r) => r != round)]))
                .Groups.Select(group => group.Keys),
        ];

    private CostModel Model(int round, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> others)
    {
        var (met, seats) = Today(others);
        return new CostModel(_day.Round(round), (a, b) => met.GetValueOrDefault(Ordered(a, b)), key => seats.GetValueOrDefault(key));
    }

    // Counting: only so many pairs are new today, and each party has only so many it has not met.
    private int FewestAgain()
    {
        var n = _index.Count;
        var (met, _) = Today(_day.Standing);
        var barred = met.Keys.Concat(_day.Problem.Forbidden.Select(pair => Ordered(pair.First, pair.Second))).ToHashSet();
        barred.RemoveWhere(pair => !_index.ContainsKey(pair.Item1) || !_index.ContainsKey(pair.Item2));
        var barredOf = barred.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).CountBy(key => key).ToDictionary();
        var meetings = _rounds.Length * (n % 2 == 0 ? n / 2 : (n + 3) / 2);
        var beyond = _index.Keys.Sum(key => Math.Max(0, _rounds.Length - (n - 1 - barredOf.GetValueOrDefault(key))));
        return Math.Max(meetings - ((n * (n - 1) / 2) - barred.Count), (beyond + 1) / 2);
    }

    private static (Dictionary<(string, string), int> Met, Dictionary<string, int> Seats) Today(
        IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rounds)
    {
        var groups = rounds.SelectMany(round => round).ToList();
        return (
            groups.SelectMany(PairsOf).CountBy(pair => pair).ToDictionary(),
            groups.Where(group => group.Count > 2).SelectMany(group => group).CountBy(key => key).ToDictionary()
        );
    }

    private static IEnumerable<(string, string)> PairsOf(IReadOnlyList<string> group) =>
        group.SelectMany((a, i) => group.Skip(i + 1).Select(b => Ordered(a, b)));

    private static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
