using System.Runtime.InteropServices;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>How often and when two parties have met.</summary>
/// <param name="Times">How often.</param>
/// <param name="Last">The last day.</param>
/// <param name="Theme">What it was about then.</param>
/// <param name="CalledThen">The other names they had then, such as Eid; null when they had the names of today.</param>
internal record struct Meetings(int Times, DateOnly Last, string? Theme, string[]? CalledThen = null);

/// <summary>How often and when a party has sat in a kind of seat.</summary>
internal record struct Seats(int Times, DateOnly? Last);

/// <summary>Counts the history once: who has met whom, who has sat in a trio, who has presented first.</summary>
internal sealed class MeetingHistory
{
    private readonly Dictionary<(int, int), Meetings> _met = [];
    private readonly Seats[] _trios;
    private readonly int[] _first;
    private readonly List<DateOnly> _dates;

    public MeetingHistory(IReadOnlyList<EarlierGathering> history, Dictionary<string, int> index)
    {
        _trios = new Seats[index.Count];
        _first = new int[index.Count];
        _dates = [.. history.Select(g => g.Date).Distinct().Order()];
        foreach (var gathering in history)
            foreach (var group in gathering.Groups)
                Count(gathering, [.. group.Distinct(StringComparer.Ordinal)], index);
    }

    /// <summary>The pairs that have met, by their numbers in the index, the lower number first.</summary>
    public IReadOnlyDictionary<(int, int), Meetings> AllMet => _met;

    /// <summary>How many different days are in it.</summary>
    public int Dates => _dates.Count;

    public DateOnly? Newest => _dates.Count == 0 ? null : _dates[^1];

    public Meetings Met(int a, int b) => _met.GetValueOrDefault(Ordered(a, b));

    public bool MetLastTime(int a, int b) => Met(a, b) is { Times: > 0 } met && met.Last == Newest;

    public Seats Trios(int party) => _trios[party];

    public int TrioRecency(int party) => _trios[party].Last is { } date ? _dates.BinarySearch(date) + 1 : 0;

    public int TimesFirst(int party) => _first[party];

    private void Count(EarlierGathering gathering, string[] group, Dictionary<string, int> index)
    {
        if (group.Length < 2)
            return;
        if (index.TryGetValue(group[0], out var first))
            _first[first]++;
        string[] keys = [.. group.Where(index.ContainsKey)];
        int[] present = [.. keys.Select(key => index[key])];
        for (var i = 0; i < present.Length; i++)
        {
            if (group.Length > 2)
            {
                ref var seats = ref _trios[present[i]];
                seats = new Seats(seats.Times + 1, seats.Last > gathering.Date ? seats.Last : gathering.Date);
            }
            for (var j = 0; j < i; j++)
            {
                ref var met = ref CollectionsMarshal.GetValueRefOrAddDefault(_met, Ordered(present[i], present[j]), out var known);
                var newer = !known || met.Last <= gathering.Date;
                met = newer
                    ? new Meetings(met.Times + 1, gathering.Date, gathering.Theme, CalledThen(gathering, keys[i], keys[j]))
                    : met with { Times = met.Times + 1 };
            }
        }
    }

    private static string[]? CalledThen(EarlierGathering gathering, string one, string other) =>
        gathering.CalledThen.Count == 0 ? null
            : [.. new[] { one, other }.Select(gathering.CalledThen.GetValueOrDefault).OfType<string>()];

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
