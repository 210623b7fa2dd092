using System.Numerics;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Searches all combinations of groupings for the rounds of a day: branch and bound over the groupings of each round, the cheapest first.
/// When nothing cheaper than the draft can follow, the rest of a branch is left. Costs are digits of one number, as in
/// <see cref="MixedRadix"/>.
/// </summary>
internal sealed class DayCombinations
{
    // 10,395 groupings for 12 parties, 17,325 for 11. From 13 on there are too many.
    private const int MostParties = 12;

    // About a second. Reached only in rare cases with 11 or 12 parties and three rounds.
    private const long MostSteps = 40_000_000;

    private readonly DayProblem _day;
    private readonly CostModel _model;
    private readonly PairingCost[,] _pairs;
    private readonly PairingCost[,] _seats;
    private readonly PairingCost _lowestPair;
    private readonly PairingCost _lowestSeat;
    private readonly BigInteger[] _places = new BigInteger[PairingCost.Components];
    private readonly int _n;
    private readonly int _pairsInAll;
    private readonly int _seatsInAll;
    private readonly bool _fits;
    private readonly bool _alike;
    private Grouped[][] _rounds = [];
    private Int128[,] _laterSeats = new Int128[0, 0];
    private Int128 _again;
    private Int128 _best;
    private Grouped[]? _found;
    private long _steps;

    public DayCombinations(DayProblem day)
    {
        _day = day;
        _model = new CostModel(day.Problem);
        _n = _model.Parties.Length;
        var standing = day.Standing.SelectMany(round => round).ToList();
        _pairs = new PairingCost[_n, _n];
        _seats = new PairingCost[_n, day.Rounds];
        for (var a = 0; a < _n; a++)
        {
            var (key, trios) = (_model.Parties[a].Key, standing.Count(group => group.Count > 2 && group.Contains(_model.Parties[a].Key)));
            for (var b = 0; b < a; b++)
                _pairs[a, b] = _pairs[b, a] = _model.Pair(a, b) with
                {
                    BrokenRules = 0,
                    Disturbance = standing.Count(group => group.Contains(key) && group.Contains(_model.Parties[b].Key)),
                };
            for (var today = 0; today < day.Rounds; today++)
                _seats[a, today] = _model.Seat(a, trios + today);
        }

        _seatsInAll = _n % 2 == 0 ? 0 : 3 * day.Rounds;
        _pairsInAll = day.Rounds * (_n % 2 == 0 ? _n / 2 : ((_n - 3) / 2) + 3);
        PairingCost[] pairs = [.. from a in Enumerable.Range(0, _n) from b in Enumerable.Range(0, a) select _pairs[a, b]];
        PairingCost[] seats = [.. _seats.Cast<PairingCost>()];
        _lowestPair = PairingCost.From(c => pairs.Min(cost => cost[c]));
        _lowestSeat = PairingCost.From(c => seats.Min(cost => cost[c]));
        var place = BigInteger.One;
        for (var c = PairingCost.Components - 1; c >= 0; c--)
        {
            _places[c] = place;
            // The third meeting today costs 2 more than the first.
            var highest = pairs.Max(cost => cost[c]) + (c == 1 ? day.Rounds - 1 : 0);
            place *= (_pairsInAll * (highest - _lowestPair[c])) + (_seatsInAll * (seats.Max(cost => cost[c]) - _lowestSeat[c])) + 1;
        }

        _fits = place < BigInteger.One << 120;
        _alike = Enumerable.Range(0, day.Rounds).All(r => day.Round(r).Pinned.Count == 0);
    }

    /// <summary>Whether a network is small enough to search.</summary>
    public static bool Fits(int parties) => parties <= MostParties;

    /// <summary>Makes the draft the best there is.</summary>
    /// <returns>Whether the draft is now proved the best; false when the search was given up.</returns>
    public bool Improve(DayDraft draft)
    {
        if (!_fits) return false;
        _best = Weigh(draft.Cost(), _pairsInAll, _seatsInAll);
        _again = (Int128)_places[1];
        _laterSeats = new Int128[_n, _day.Rounds];
        for (var a = 0; a < _n; a++)
            for (var today = 1; today < _day.Rounds; today++)
                _laterSeats[a, today] = Weigh(_seats[a, today], 0, 1) - Weigh(_seats[a, 0], 0, 1);
        Grouped[] all = [.. Groupings([.. Enumerable.Range(0, _n)], trioIsLeft: _n % 2 == 1).Select(Of).OrderBy(grouped => grouped.Weight)];
        _rounds = [.. Enumerable.Range(0, _day.Rounds).Select(r => Allowed(all, _day.Round(r)))];
        Search([], 0, 0);
        if (_found is { } found)
            draft.Replace([.. found.Select(one => one.Groups.Select(KeysOf).ToArray())]);
        return _steps <= MostSteps;
    }

    private string[] KeysOf(int[] group) => [.. group.Select(i => _model.Parties[i].Key)];

    private void Search(Grouped[] chosen, int from, Int128 sum)
    {
        var round = chosen.Length;
        var isLast = round == _day.Rounds - 1;
        for (var i = from; i < _rounds[round].Length; i++)
        {
            var next = _rounds[round][i];
            if (sum + next.Weight + Rest(next) >= _best || _steps > MostSteps)
                return;
            _steps++;
            var total = sum + next.Weight + Extra(chosen, next);
            if (total + Rest(next) >= _best)
                continue;
            if (isLast)
                (_best, _found) = (total, [.. chosen, next]);
            else
                Search([.. chosen, next], _alike ? i : 0, total);
        }

        // Where the rounds are alike, the later ones cost at least as much as this one, for their order makes no difference.
        Int128 Rest(Grouped next) => isLast ? 0
            : _alike ? next.Weight * (_day.Rounds - 1 - round)
            : _rounds.Skip(round + 1).Aggregate(Int128.Zero, (least, later) => least + later[0].Weight);
    }

    // What meeting again and sitting in a trio again add to the cost of a grouping alone.
    private Int128 Extra(Grouped[] chosen, Grouped next)
    {
        var extra = Int128.Zero;
        foreach (var earlier in chosen)
            extra += _again * (BitOperations.PopCount(next.Low & earlier.Low) + BitOperations.PopCount(next.High & earlier.High));
        foreach (var seat in next.Trio)
        {
            var today = 0;
            foreach (var earlier in chosen)
                today += Array.IndexOf(earlier.Trio, seat) >= 0 ? 1 : 0;
            extra += _laterSeats[seat, today];
        }
        return extra;
    }

    private Grouped Of(int[][] groups)
    {
        var (weight, low, high) = (Int128.Zero, 0UL, 0UL);
        foreach (var group in groups)
            for (var i = 0; i < group.Length; i++)
            {
                if (group.Length > 2) weight += Weigh(_seats[group[i], 0], 0, 1);
                for (var j = 0; j < i; j++)
                {
                    weight += Weigh(_pairs[group[i], group[j]], 1, 0);
                    // Members are in ascending order, so that each pair has one bit of 66.
                    var bit = (group[i] * (group[i] - 1) / 2) + group[j];
                    (low, high) = bit < 64 ? (low | (1UL << bit), high) : (low, high | (1UL << (bit - 64)));
                }
            }
        return new Grouped(groups, weight, low, high, groups.FirstOrDefault(group => group.Length > 2) ?? []);
    }

    private static Grouped[] Allowed(Grouped[] all, PairingProblem round)
    {
        if (round.Pinned.Count + round.Forbidden.Count == 0) return all;
        var model = new CostModel(round);
        return [.. all.Where(one => one.Groups.Aggregate(model.Base, (sum, group) => sum + model.Group(group)).BrokenRules == 0)];
    }

    private Int128 Weigh(PairingCost cost, int pairs, int seats)
    {
        var sum = BigInteger.Zero;
        for (var c = 0; c < PairingCost.Components; c++)
            sum += _places[c] * (cost[c] - (pairs * _lowestPair[c]) - (seats * _lowestSeat[c]));
        return (Int128)sum;
    }

    private static IEnumerable<int[][]> Groupings(int[] left, bool trioIsLeft)
    {
        if (left.Length == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = 1; i < left.Length; i++)
        {
            foreach (var rest in Groupings([.. left[1..i], .. left[(i + 1)..]], trioIsLeft))
                yield return [[left[0], left[i]], .. rest];
            for (var j = i + 1; trioIsLeft && j < left.Length; j++)
                foreach (var rest in Groupings([.. left[1..i], .. left[(i + 1)..j], .. left[(j + 1)..]], false))
                    yield return [[left[0], left[i], left[j]], .. rest];
        }
    }

    /// <summary>A grouping of all parties: its weight alone, and a bit for each pair that meets.</summary>
    private sealed record Grouped(int[][] Groups, Int128 Weight, ulong Low, ulong High, int[] Trio);
}
