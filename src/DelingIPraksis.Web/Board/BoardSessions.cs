using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Board;

/// <summary>The services that a board needs, in one object, so that each open board holds one reference.</summary>
internal sealed class BoardSessions(
    ActingServices acting,
    Presence presence,
    CircuitPresence screens,
    IPeople people,
    IDrafts drafts,
    GatheringLists reports
)
{
    public ActingServices Acting => acting;

    public Presence Presence => presence;

    public CircuitPresence Screens => screens;

    public IPeople People => people;

    public IDrafts Drafts => drafts;

    public GatheringLists Reports => reports;

    /// <summary>Opens the board of a seat as it is now. The board does not follow the gathering yet.</summary>
    public async Task<BoardSession> OpenAsync(Seat seat) =>
        new(this, seat, await acting.Rooms.ReadAsync(seat.Gathering), await people.NamesAsync(seat.Gathering));
}
