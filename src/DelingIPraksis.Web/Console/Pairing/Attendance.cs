using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>Which parties a proposal is made for.</summary>
public enum Attendance
{
    /// <summary>The parties with somebody here now.</summary>
    Here,

    /// <summary>The parties that somebody has joined for, here now or not.</summary>
    Joined,

    /// <summary>The parties that have said that they come.</summary>
    Coming,

    /// <summary>All invited parties.</summary>
    Everybody,

    /// <summary>The parties that the facilitator has ticked.</summary>
    Chosen,
}

/// <summary>The parties that take part now. A party that comes while the proposal is solved is included.</summary>
public sealed class Attendees
{
    private readonly HashSet<Id<Party>> _chosen = [];

    public Attendance Mode { get; set; } = Attendance.Here;

    public HashSet<Id<Party>> Now(GatheringView view, PresenceSnapshot presence) =>
        Mode == Attendance.Chosen ? [.. _chosen] : Of(Mode, view, presence);

    /// <summary>The parties of a mode other than the ticked ones.</summary>
    public static HashSet<Id<Party>> Of(Attendance mode, GatheringView view, PresenceSnapshot presence) => mode switch
    {
        Attendance.Here => presence.Parties,
        Attendance.Joined => [.. view.Joined().Keys],
        Attendance.Coming => [.. view.Rsvps.Where(answer => answer.Value.Comes).Select(answer => answer.Key)],
        _ => [.. view.Parties.Select(party => party.Id)],
    };

    /// <summary>Ticks these parties, and no others.</summary>
    public void Choose(IEnumerable<Id<Party>> parties)
    {
        _chosen.Clear();
        _chosen.UnionWith(parties);
        Mode = Attendance.Chosen;
    }

    /// <summary>Ticks or unticks a party. The others keep the state that the screen shows.</summary>
    public void Tick(Id<Party> party, bool takes, HashSet<Id<Party>> now)
    {
        if (Mode != Attendance.Chosen) Choose(now);
        if (takes) _chosen.Add(party);
        else _chosen.Remove(party);
    }
}
