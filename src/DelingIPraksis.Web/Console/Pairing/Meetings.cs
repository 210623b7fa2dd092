using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>How often two parties of this gathering were paired at earlier ones, and when last.</summary>
internal sealed record Meeting(Party One, Party Other, int Times, DateOnly Last)
{
    /// <summary>The other names that they had the last time, such as Eid for Stad.</summary>
    public IReadOnlyList<string> CalledThen { get; init; } = [];
}

/// <summary>All parties here, and which of them have met.</summary>
internal sealed class Meetings
{
    private readonly Dictionary<(Id<Party>, Id<Party>), Meeting> _found;

    private Meetings(IEnumerable<Meeting> found) => _found = found.ToDictionary(meeting => Key(meeting.One, meeting.Other));

    /// <summary>Nobody has met.</summary>
    public static readonly Meetings None = new([]);

    /// <summary>The counts for the solver, without parties that are not invited now.</summary>
    public static Meetings Of(GatheringView view, IReadOnlyList<EarlierGathering> history)
    {
        var parties = view.Parties.ToDictionary(PairingInput.KeyOf);
        return new Meetings(
            PastMeeting
                .Among([.. parties.Keys], history)
                .Select(met => new Meeting(parties[met.First], parties[met.Second], met.Times, met.Last) { CalledThen = met.CalledThen })
        );
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<Meeting> All =>
        [
            .. _found
                .Values.OrderByDescending(meeting => meeting.Times)
                .ThenByDescending(meeting => meeting.Last)
                .ThenBy(meeting => meeting.One.Order),
        ];

    public Meeting? Between(Party one, Party other) => _found.GetValueOrDefault(Key(one, other));

    private static (Id<Party>, Id<Party>) Key(Party one, Party other) => one.Id < other.Id ? (one.Id, other.Id) : (other.Id, one.Id);
}
