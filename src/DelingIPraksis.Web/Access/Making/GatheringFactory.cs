using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>Creates a gathering that is ready to be held: facts, parties, the plan of the group work, and the code.</summary>
internal sealed class GatheringFactory(IRooms rooms, JoinCodes codes, ILogger<GatheringFactory> logger)
{
    /// <summary>Creates it. The same gathering again is not created twice; it continues where the first attempt stopped.</summary>
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
            yield return new Change.PartyInvited(IdOf(made, party), party.Name, party.RegisterNumber, party.Kind, party.County);
        foreach (var wish in made.Wishes)
            yield return new Change.PairWished(new PairWish(IdOf(made, wish.One), IdOf(made, wish.Other), wish.Together));
        foreach (var (user, role) in made.Colleagues) yield return new Change.StaffAppointed(user, role);
    }

    private static Id<Party> IdOf(NewGathering made, InvitedParty party) =>
        new(ChangeId(made.Id, party.Name.Value + party.RegisterNumber));

    /// <summary>A step of a gathering has the same id at each attempt.</summary>
    private static Guid ChangeId(Id<Gathering> gathering, object step) => DerivedId.Of($"{gathering}/{step}");
}
