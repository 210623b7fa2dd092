using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>How often two of this gathering's parties have sat together at earlier ones, and when last.</summary>
internal sealed record Meeting(Party One, Party Other, int Times, DateOnly Last);

/// <summary>Everybody here, and who of them have met.</summary>
internal sealed class Meetings
{
    private readonly Dictionary<(Id<Party>, Id<Party>), Meeting> _found = [];

    /// <summary>Counts; those who are not invited now are left out.</summary>
    public static Meetings Of(GatheringView view, IEnumerable<EarlierGathering> history)
    {
        var meetings = new Meetings();
        foreach (var earlier in history)
            foreach (var group in earlier.Groups)
            {
                var here = group.Select(key => Id<Party>.TryParse(key, null, out var id) ? view.Party(id) : null).OfType<Party>().OrderBy(party => party.Order).ToList();
                foreach (var (place, one) in here.Index())
                    foreach (var other in here.Skip(place + 1)) meetings.Add(one, other, earlier.Date);
            }

        return meetings;
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<Meeting> All => [.. _found.Values.OrderByDescending(meeting => meeting.Times).ThenByDescending(meeting => meeting.Last).ThenBy(meeting => meeting.One.Order)];

    public Meeting? Between(Party one, Party other) => _found.GetValueOrDefault(Key(one, other));

    private void Add(Party one, Party other, DateOnly date)
    {
        var before = Between(one, other);
        _found[Key(one, other)] = new Meeting(one, other, (before?.Times ?? 0) + 1, before is { } && before.Last > date ? before.Last : date);
    }

    private static (Id<Party>, Id<Party>) Key(Party one, Party other) => one.Id < other.Id ? (one.Id, other.Id) : (other.Id, one.Id);
}
