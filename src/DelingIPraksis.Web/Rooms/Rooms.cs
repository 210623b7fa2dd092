using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Changes go to the room, wherever it lives; reading and following is done on this node.</summary>
internal sealed class Rooms(IGrainFactory grains, NodeFeed feed, ChangePace pace, ILogger<Rooms> logger) : IRooms
{
    public async Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId)
    {
        // Nobody's id is nobody's gathering: whoever asks with it is told so before anything is read.
        if (gathering.Value == Guid.Empty) return new Reply.Refused(new Refusal(RefusalReason.NoSuchGathering));
        if (!await pace.AdmitAsync(actor, change)) return new Reply.TooFast();
        try
        {
            var submission = new Submission(actor, change, changeId).AsImmutable();
            return (await grains.GetGrain<IRoomGrain>(gathering.Value).SubmitAsync(submission)).Value;
        }
        catch (Exception fault)
        {
            // Whatever befell the way there, the one who asked may ask again with the same id.
            RoomsLog.NoAnswer(logger, fault, gathering.Value);
            return new Reply.NotStored();
        }
    }

    public Task<Gathering> ReadAsync(Id<Gathering> gathering) => feed.ReadAsync(gathering);

    public Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange) =>
        feed.FollowAsync(gathering, concerns, onChange);
}
