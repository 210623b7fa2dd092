namespace DelingIPraksis.Domain.Pairing;

/// <summary>The problem with its parties as numbers. Gives the cost of two parties in one group, and of one party in a trio.</summary>
internal sealed class CostModel
{
    private readonly HashSet<(int, int)> _pinned;
    private readonly HashSet<(int, int)> _forbidden;
    private readonly HashSet<(int, int)> _wishes;
    private readonly HashSet<(int, int)> _right;
    private readonly HashSet<(int, int)> _wrong;
    private readonly int _host;
    private readonly SeededNoise _noise;
    private readonly IReadOnlyDictionary<string, string>[] _asks;
    private readonly IReadOnlyDictionary<string, string>[] _offers;
    private readonly Func<string, string, long>? _disturbance;
    private readonly Func<string, int>? _seatsToday;

    /// <param name="problem">A problem that <see cref="ProblemCheck"/> has accepted.</param>
    /// <param name="disturbance">
    /// The cost of two parties in one group: in re-pairing, or when they are in one group in another round of the same day.
    /// </param>
    /// <param name="seatsToday">How many seats in trios a party has in other rounds of the same day.</param>
    public CostModel(PairingProblem problem, Func<string, string, long>? disturbance = null, Func<string, int>? seatsToday = null)
    {
        (_disturbance, _seatsToday) = (disturbance, seatsToday);
        // Sorted, so that ties are resolved in the same way for every order of the input.
        Parties = [.. problem.Parties.OrderBy(party => party.Key, StringComparer.Ordinal)];
        var index = Parties.Select((party, i) => (party.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        _pinned = [.. problem.Pinned.Select(pair => Ordered(index[pair.First], index[pair.Second]))];
        _forbidden = [.. problem.Forbidden.Select(pair => Ordered(index[pair.First], index[pair.Second]))];
        _wishes = [.. problem.Wishes.Select(pair => (index[pair.First], index[pair.Second]))];
        _right = [.. problem.RightPartners.Select(pair => Ordered(index[pair.First], index[pair.Second]))];
        _wrong = [.. problem.WrongPartners.Select(pair => Ordered(index[pair.First], index[pair.Second]))];
        _host = problem.Host is { } host ? index[host] : -1;
        _noise = new SeededNoise(problem.Seed, [.. Parties.Select(party => party.Key)]);
        _asks = [.. Parties.Select(party => Keywords.In(party.Asks))];
        _offers = [.. Parties.Select(party => Keywords.In(party.Offers))];
        MeetingHistory = new MeetingHistory(problem.History, index);
    }

    public PairingParty[] Parties { get; }

    public MeetingHistory MeetingHistory { get; }

    public IEnumerable<(int First, int Second)> PinnedPairs => _pinned;

    public IEnumerable<(int First, int Second)> ForbiddenPairs => _forbidden;

    /// <summary>The cost before anybody is placed: every pin counts as broken until its two parties are in one group.</summary>
    public PairingCost Base => new(BrokenRules: _pinned.Count);

    /// <summary>The cost of two parties in one group.</summary>
    public PairingCost Pair(int a, int b)
    {
        var times = (long)MeetingHistory.Met(a, b).Times;
        return new PairingCost(
            BrokenRules: (IsForbidden(a, b) ? 1 : 0) - (IsPinned(a, b) ? 1 : 0),
            Disturbance: _disturbance?.Invoke(Parties[a].Key, Parties[b].Key) ?? 0,
            TimesMetSquared: times * times,
            MetLastTime: MeetingHistory.MetLastTime(a, b) ? 1 : 0,
            Constraints: (SameCounty(a, b) ? 1 : 0) - (Wishes(a, b) ? 1 : 0) - (Wishes(b, a) ? 1 : 0),
            Complementarity: -Math.Min(CommonWords(a, b), CommonWords(b, a)),
            Preference: -SizeGap(a, b),
            RightPartner: (IsIn(_wrong, a, b) ? 1 : 0) - (IsIn(_right, a, b) ? 1 : 0),
            Noise: _noise.Pair(a, b));
    }

    /// <summary>The cost of giving a party one of the trio's seats, in addition to its pairs.</summary>
    public PairingCost Seat(int a) => Seat(a, _seatsToday?.Invoke(Parties[a].Key) ?? 0);

    /// <summary>The cost of the seat of a party that already has some seats today. A seat today is later than every earlier one.</summary>
    public PairingCost Seat(int a, int today)
    {
        var times = (long)MeetingHistory.Trios(a).Times + today;
        return new PairingCost(
            TrioSeatsSquared: times * times,
            TrioSeatRecency: today > 0 ? MeetingHistory.Dates + 1 : MeetingHistory.TrioRecency(a),
            Constraints: IsHost(a) ? 1 : 0
        );
    }

    public PairingCost Group(IReadOnlyList<int> group)
    {
        var cost = default(PairingCost);
        for (var i = 0; i < group.Count; i++)
        {
            if (group.Count > 2)
                cost += Seat(group[i]);
            for (var j = 0; j < i; j++)
                cost += Pair(group[i], group[j]);
        }
        return cost;
    }

    public bool IsPinned(int a, int b) => IsIn(_pinned, a, b);

    public bool IsForbidden(int a, int b) => IsIn(_forbidden, a, b);

    public bool IsHost(int a) => a == _host;

    public bool Wishes(int who, int whom) => _wishes.Count > 0 && _wishes.Contains((who, whom));

    public bool SameCounty(int a, int b) => Parties[a].County is { } county && county == Parties[b].County;

    /// <summary>What the first asks for and the second offers, in the words of the first.</summary>
    public IReadOnlyList<string> Matches(int asks, int offers) => _asks[asks].Count == 0 || _offers[offers].Count == 0
        ? []
        : [.. _asks[asks].Where(word => _offers[offers].ContainsKey(word.Key)).Select(word => word.Value).Order(StringComparer.Ordinal)];

    private int CommonWords(int asks, int offers)
    {
        var count = 0;
        if (_asks[asks].Count > 0 && _offers[offers].Count > 0)
            foreach (var word in _asks[asks].Keys)
                count += _offers[offers].ContainsKey(word) ? 1 : 0;
        return count;
    }

    /// <summary>How many size classes the parties are apart; 0 when a size is unknown.</summary>
    public int SizeGap(int a, int b) => Parties[a].Size is { } one && Parties[b].Size is { } other
        ? Math.Abs(SizeClass(one) - SizeClass(other))
        : 0;

    /// <summary>The turn order: the party that has presented first least often, then by seeded noise.</summary>
    public IOrderedEnumerable<int> ByTurn(IEnumerable<int> group) =>
        group.OrderBy(MeetingHistory.TimesFirst).ThenBy(_noise.Party);

    // Small, medium and large, as Statistics Norway groups municipalities, and cities.
    private static int SizeClass(int inhabitants) => inhabitants switch { < 5_000 => 0, < 20_000 => 1, < 50_000 => 2, _ => 3 };

    private static bool IsIn(HashSet<(int, int)> pairs, int a, int b) => pairs.Count > 0 && pairs.Contains(Ordered(a, b));

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
