using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>A party in the overview of who has met whom.</summary>
/// <param name="Key">Its key in the history.</param>
/// <param name="Name">What it is called now.</param>
public sealed record MetParty(string Key, string Name)
{
    /// <summary>A party as it stands in the gathering that the history is told to.</summary>
    public static MetParty Of(Party party) => new(PairingInput.KeyOf(party), party.Name.Value);
}

/// <summary>How often two parties were paired, and when last.</summary>
public sealed record Meeting(MetParty One, MetParty Other, int Times, DateOnly Last)
{
    /// <summary>The other names that they had the last time, such as Eid for Stad.</summary>
    public IReadOnlyList<string> CalledThen { get; init; } = [];
}

/// <summary>Some parties, and which of them have met.</summary>
internal sealed class Meetings
{
    private readonly Dictionary<(string, string), Meeting> _found;

    private Meetings(IEnumerable<Meeting> found) => _found = found.ToDictionary(meeting => Key(meeting.One, meeting.Other));

    /// <summary>Nobody has met.</summary>
    public static readonly Meetings None = new([]);

    /// <summary>The counts for the solver, without other parties than these.</summary>
    public static Meetings Of(IReadOnlyList<MetParty> parties, IReadOnlyList<EarlierGathering> history)
    {
        var byKey = parties.ToDictionary(party => party.Key);
        return new Meetings(
            PastMeeting
                .Among([.. byKey.Keys], history)
                .Select(met => new Meeting(byKey[met.First], byKey[met.Second], met.Times, met.Last) { CalledThen = met.CalledThen })
        );
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<Meeting> All =>
        [
            .. _found
                .Values.OrderByDescending(meeting => meeting.Times)
                .ThenByDescending(meeting => meeting.Last)
                .ThenBy(meeting => meeting.One.Key, StringComparer.Ordinal),
        ];

    public Meeting? Between(MetParty one, MetParty other) => _found.GetValueOrDefault(Key(one, other));

    private static (string, string) Key(MetParty one, MetParty other) =>
        string.CompareOrdinal(one.Key, other.Key) < 0 ? (one.Key, other.Key) : (other.Key, one.Key);
}
