using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>What a board needs of the rest of the application, in one place, so that each open board holds one reference.</summary>
internal sealed class BoardSessions(
    IRooms rooms,
    Presence presence,
    CircuitPresence screens,
    IPeople people,
    IDrafts drafts,
    TimeProvider time,
    IStringLocalizer<RefusalTexts> refusals,
    GatheringLists reports
)
{
    public IRooms Rooms => rooms;

    public Presence Presence => presence;

    public CircuitPresence Screens => screens;

    public IPeople People => people;

    public IDrafts Drafts => drafts;

    public TimeProvider Time => time;

    public IStringLocalizer<RefusalTexts> Refusals => refusals;

    public GatheringLists Reports => reports;

    /// <summary>The board of a seat as it is now, not followed yet.</summary>
    public async Task<BoardSession> OpenAsync(Seat seat) =>
        new(this, seat, await rooms.ReadAsync(seat.Gathering), await people.NamesAsync(seat.Gathering));
}
