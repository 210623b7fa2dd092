using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Sends changes to the room, on any node. Reading and following use this node's feed.</summary>
internal sealed class Rooms(IGrainFactory grains, NodeFeed feed, ChangeRateLimiter pace, ILogger<Rooms> logger) : IRooms
{
    public async Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId)
    {
        // The empty id belongs to no gathering, so it is refused before anything is read.
        if (gathering.Value == Guid.Empty) return new Reply.Refused(new Refusal(RefusalReason.NoSuchGathering));
        if (!await pace.AdmitAsync(actor, change)) return new Reply.TooFast();
        try
        {
            var submission = new Submission(actor, change, changeId).AsImmutable();
            return (await grains.GetGrain<IRoomGrain>(gathering.Value).SubmitAsync(submission)).Value;
        }
        catch (Exception fault)
        {
            // Whatever failed on the way to the room, the caller may try again with the same id.
            RoomsLog.NoAnswer(logger, fault, gathering.Value);
            return new Reply.NotStored();
        }
    }

    public Task<Gathering> ReadAsync(Id<Gathering> gathering) => feed.ReadAsync(gathering);

    public Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange) =>
        feed.FollowAsync(gathering, concerns, onChange);
}
