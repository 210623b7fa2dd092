using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>Erases for good: the room says it first, so that it holds for every screen, and then the tables are emptied.</summary>
internal sealed class Erasing(IRooms rooms, GatheringErasure erasure, People people, ILogger<Erasing> logger)
{
    /// <summary>Erases a gathering whole. The answer is not a plain yes when the one who asks may not, or when it could not be stored.</summary>
    public Task<Reply> EraseAsync(Id<Gathering> gathering, Actor by) => EraseAsync(gathering, by, new Change.GatheringErased(), Guid.NewGuid());

    /// <summary>Erases what the change says is erased; the same id asked for again is answered the same.</summary>
    public async Task<Reply> EraseAsync(Id<Gathering> gathering, Actor by, Change erased, Guid id)
    {
        var reply = await rooms.SubmitAsync(gathering, by, erased, id);
        if (reply is Reply.Kept) await EmptyAsync(gathering);
        return reply;
    }

    /// <summary>Empties the tables of a gathering that has been erased and exists for nobody.</summary>
    public async Task EmptyAsync(Id<Gathering> gathering)
    {
        await erasure.EraseAsync(gathering);
        people.Forget(gathering);
        AccessLog.GatheringErased(logger, gathering.Value);
    }

    /// <summary>Removes the names of those who took part, and what only they could open.</summary>
    public async Task<Reply> EraseNamesAsync(Id<Gathering> gathering)
    {
        var reply = await rooms.SubmitAsync(gathering, new Actor.Application(), new Change.NamesErased(), Guid.NewGuid());
        if (reply is not Reply.Kept) return reply;
        await erasure.EraseNamesAsync(gathering);
        people.Forget(gathering);
        AccessLog.NamesErased(logger, gathering.Value);
        return reply;
    }
}
