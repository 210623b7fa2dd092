using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>
/// Makes a gathering that is ready to be held: facts, those invited, the plan of the group work, and the code of the door.
/// </summary>
internal sealed class GatheringMaker(IRooms rooms, JoinCodes codes, ILogger<GatheringMaker> logger)
{
    /// <summary>Makes it; the same one again does not make another, and goes on where the first try stopped.</summary>
    public async Task<Reply> MakeAsync(NewGathering made, Actor by)
    {
        Reply reply = new Reply.NotStored();
        var number = 0;
        foreach (var change in ChangesOf(made))
        {
            reply = await rooms.SubmitAsync(made.Id, by, change, ChangeId(made.Id, number++));
            if (reply is Reply.Kept) continue;
            AccessLog.GatheringNotMade(logger, (reply as Reply.Refused)?.Refusal.Reason.ToString() ?? "not stored");
            return reply;
        }

        if (await codes.OfAsync(made.Id) is null) await codes.IssueAsync(made.Id);
        return reply;
    }

    private static IEnumerable<Change> ChangesOf(NewGathering made)
    {
        yield return new Change.GatheringCreated(made.Facts, IsDemo: false);
        yield return new Change.WorkshopPlanned(made.Theme, made.Plan);
        foreach (var party in made.Parties)
            yield return new Change.PartyInvited(
                new Id<Party>(ChangeId(made.Id, party.Name.Value + party.RegisterNumber)),
                party.Name,
                party.RegisterNumber,
                party.Kind,
                party.County
            );
    }

    /// <summary>The same step of the same gathering has the same id each time it is tried.</summary>
    private static Guid ChangeId(Id<Gathering> gathering, object step) => DerivedId.Of($"{gathering}/{step}");
}
