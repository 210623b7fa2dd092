using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>Which parties a proposal is made for.</summary>
public enum Attendance
{
    /// <summary>Those somebody is here for now.</summary>
    Here,

    /// <summary>Those somebody has joined for, here now or not.</summary>
    Joined,

    /// <summary>All that were invited.</summary>
    Everybody,

    /// <summary>Those the facilitator has ticked.</summary>
    Chosen,
}

/// <summary>Who takes part, as it is now: somebody who comes while the proposal is being made is with us.</summary>
public sealed class Attendees
{
    private readonly HashSet<Id<Party>> _chosen = [];

    public Attendance Mode { get; set; } = Attendance.Here;

    public HashSet<Id<Party>> Now(GatheringView view, PresenceSnapshot presence) =>
        Mode == Attendance.Chosen ? [.. _chosen] : Of(Mode, view, presence);

    /// <summary>Those a choice stands for, other than the ones that are ticked.</summary>
    public static HashSet<Id<Party>> Of(Attendance mode, GatheringView view, PresenceSnapshot presence) => mode switch
    {
        Attendance.Here => presence.Parties,
        Attendance.Joined => [.. view.Joined().Keys],
        _ => [.. view.Parties.Select(party => party.Id)],
    };

    /// <summary>Ticks one, or takes the tick away; the others stay as they are seen now.</summary>
    public void Tick(Id<Party> party, bool takes, HashSet<Id<Party>> now)
    {
        if (Mode != Attendance.Chosen)
        {
            _chosen.Clear();
            _chosen.UnionWith(now);
            Mode = Attendance.Chosen;
        }

        if (takes) _chosen.Add(party);
        else _chosen.Remove(party);
    }
}
