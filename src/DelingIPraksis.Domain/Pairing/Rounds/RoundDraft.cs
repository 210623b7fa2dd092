namespace DelingIPraksis.Domain.Pairing;

/// <summary>A plan of several rounds while it is being made.</summary>
internal sealed class RoundDraft(PairingProblem problem, int rounds)
{
    private readonly int _n = problem.Parties.Count;
    private readonly DateOnly _first = problem.History.Count == 0 ? new DateOnly(2000, 1, 1) : problem.History.Max(g => g.Date).AddDays(1);

    /// <summary>Initial plans. The longer one takes to make, the fewer are made.</summary>
    public IEnumerable<List<Round>> Starts()
    {
        yield return OneAfterTheOther(problem.Seed);
        if (_n % 2 == 0 && problem.Pinned.Count == 0 && problem.Forbidden.Count == 0)
            yield return Circle();
        var more = _n <= 14 ? 12 : _n <= PairingSolver.SmallNetwork ? 3 : 0;
        for (var i = 1; i <= more; i++)
            yield return OneAfterTheOther(unchecked(problem.Seed + (i * 7919)));
    }

    /// <summary>Solves one round again with all the others as history, as long as that improves the plan.</summary>
    public List<Round> Improved(List<Round> plan, int fewest)
    {
        var best = Repeats(plan);
        for (var (idle, r) = (0, 0); idle < rounds && best.Number > fewest && _n <= PairingSolver.SmallNetwork; r = (r + 1) % rounds)
        {
            var others = problem with
            {
                History = [.. problem.History, .. plan.Where((_, i) => i != r).Select((round, i) => Held(round, i))],
            };
            List<Round> changed = [.. plan];
            changed[r] = Solved(others);
            if (Repeats(changed) is var now && now.CompareTo(best) < 0)
                (plan, best, idle) = (changed, now, 0);
            else
                idle++;
        }
        return plan;
    }

    /// <summary>The number of repeated meetings, and how unevenly they are distributed.</summary>
    public (int Number, long Squared) Repeats(List<Round> plan)
    {
        var met = Met();
        var (number, squared) = (0, 0L);
        foreach (var pair in plan.SelectMany(round => round.Groups).SelectMany(PairsOf))
        {
            var times = met.GetValueOrDefault(pair);
            met[pair] = times + 1;
            number += times > 0 ? 1 : 0;
            squared += (long)times * times;
        }
        return (number, squared);
    }

    /// <summary>
    /// A lower bound by counting: the number of first meetings is limited, each party has a limited number of new partners, and a pinned
    /// pair meets every time.
    /// </summary>
    public int FewestRepeats()
    {
        var met = Met();
        var barred = met.Keys.Concat(problem.Forbidden.Select(pair => Ordered(pair.First, pair.Second))).ToHashSet();
        var meetings = rounds * (_n % 2 == 0 ? _n / 2 : (_n + 3) / 2);
        var keys = problem.Parties.Select(party => party.Key).ToHashSet(StringComparer.Ordinal);
        var barredHere = barred.Where(pair => keys.Contains(pair.Item1) && keys.Contains(pair.Item2)).ToList();
        var fresh = (_n * (_n - 1) / 2) - barredHere.Count;
        var barredOf = barredHere.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).CountBy(key => key).ToDictionary();
        var beyond = keys.Sum(key => Math.Max(0, rounds - (_n - 1 - barredOf.GetValueOrDefault(key))));
        var pinned = problem
            .Pinned.Select(pair => Ordered(pair.First, pair.Second))
            .Distinct()
            .Sum(pair => rounds - (met.ContainsKey(pair) ? 0 : 1));
        return Math.Max(Math.Max(0, pinned), Math.Max(meetings - fresh, (beyond + 1) / 2));
    }

    /// <summary>The rounds with cost and reasons. Each has the rounds before it as history.</summary>
    public IReadOnlyList<PairingSolution> Described(List<Round> plan)
    {
        var solutions = new List<PairingSolution>();
        for (var r = 0; r < rounds; r++)
        {
            var before = problem with { History = [.. problem.History, .. plan.Take(r).Select(Held)] };
            var model = new CostModel(before);
            var index = model.Parties.Select((party, i) => (party.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
            PairingGroup[] groups =
            [
                .. plan[r].Groups.Select(group => PairingSolver.Describe(model, TurnOrder.Of(model, [.. group.Select(key => index[key])]))),
            ];
            solutions.Add(Judged(before, groups, groups.Aggregate(model.Base, (sum, group) => sum + group.Cost)));
        }
        return solutions;
    }

    private static PairingSolution Judged(PairingProblem before, PairingGroup[] groups, PairingCost cost)
    {
        var alone = (PairingSolution)PairingSolver.Solve(before);
        return new PairingSolution(groups, cost, alone.LowerBound, cost == alone.LowerBound, alone.Solver);
    }

    private List<Round> OneAfterTheOther(long seed)
    {
        var plan = new List<Round>();
        while (plan.Count < rounds)
            plan.Add(Solved(problem with { Seed = seed, History = [.. problem.History, .. plan.Select(Held)] }));
        return plan;
    }

    // The circle method of a round-robin tournament: one party stays, the others move one seat for each round. It gives n - 1 rounds
    // without a repeat.
    private List<Round> Circle()
    {
        var noise = new SeededNoise(problem.Seed, [.. problem.Parties.Select(party => party.Key)]);
        string[] seats = [.. Enumerable.Range(0, _n).OrderBy(noise.Party).Select(i => problem.Parties[i].Key)];
        return [.. Enumerable.Range(0, rounds).Select(turn => new Round(
            [.. Enumerable.Range(0, _n / 2).Select(i => (IReadOnlyList<string>)[Seat(i, turn), Seat(_n - 1 - i, turn)])]))];

        string Seat(int i, int turn) => i == 0 ? seats[0] : seats[1 + ((i - 1 + turn) % (_n - 1))];
    }

    private static Round Solved(PairingProblem round) =>
        new([.. ((PairingSolution)PairingSolver.Solve(round)).Groups.Select(group => group.Keys)]);

    private EarlierGathering Held(Round round, int i) => new(_first.AddDays(i), round.Groups);

    private Dictionary<(string, string), int> Met() => problem.History.SelectMany(gathering => gathering.Groups)
        .SelectMany(group => PairsOf([.. group.Distinct(StringComparer.Ordinal)])).CountBy(pair => pair).ToDictionary();

    private static IEnumerable<(string, string)> PairsOf(IReadOnlyList<string> group) =>
        group.SelectMany((a, i) => group.Skip(i + 1).Select(b => Ordered(a, b)));

    private static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
