using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Web.Access.Networks;

/// <summary>The last handover of a network, for the two that it concerns.</summary>
/// <param name="From">Who handed it over.</param>
/// <param name="To">Who received it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="CanBeTakenBack">Whether it can still be taken back.</param>
internal sealed record HandoverNews(Id<User> From, Id<User> To, DateTimeOffset At, bool CanBeTakenBack);

/// <summary>
/// Hands over a network in one act: the network, and the role of organiser in the gatherings that are still to come. Those that have been
/// held keep their staff; their history follows the network.
/// </summary>
internal sealed class Handovers(
    INetworks networks,
    NetworkLog log,
    HandoverLinks links,
    IGatheringPast past,
    IRooms rooms,
    Database database,
    TimeProvider time
)
{
    private static readonly Role[] _before = [Role.None, Role.Observer, Role.Facilitator];

    /// <summary>Hands over.</summary>
    /// <param name="network">Which network.</param>
    /// <param name="from">The owner who hands over.</param>
    /// <param name="to">Who receives it.</param>
    /// <param name="by">The owner, or the application when the receiver uses a link.</param>
    /// <param name="changeId">The same at each attempt.</param>
    /// <returns>The answer.</returns>
    public async Task<Reply> HandOverAsync(Id<Network> network, Id<User> from, Id<User> to, Actor by, Guid changeId)
    {
        var now = await networks.ReadAsync(network);
        // Asked before anything is changed in a gathering. The network's own rules ask again.
        if (!now.Exists || now.RoleOf(new Actor.Account(from)) != NetworkRole.Owner) return Refused(RefusalReason.NotAllowed);
        if (from == to) return Refused(RefusalReason.NothingToChange);
        // The gatherings come first: when the service stops in between, the same act again completes it.
        foreach (var gathering in await ToComeAsync(network))
        {
            var there = await rooms.ReadAsync(gathering);
            var role = there.RoleOf(new Actor.Account(to));
            if (there.RoleOf(new Actor.Account(from)) != Role.Organiser || role == Role.Organiser) continue;
            await rooms.SubmitAsync(gathering, by, new Change.StaffAppointed(to, Role.Organiser), IdOf(changeId, gathering, role));
        }

        var reply = await networks.SubmitAsync(network, by, new HandedOver(from, to), changeId);
        if (reply is Reply.Kept) await links.RevokeAllAsync(network);
        return reply;
    }

    /// <summary>Takes the last handover back, with the roles that it gave.</summary>
    /// <param name="network">Which network.</param>
    /// <param name="by">One of the two.</param>
    /// <returns>The answer.</returns>
    public async Task<Reply> TakeBackAsync(Id<Network> network, Actor.Account by)
    {
        if (await LastAsync(network) is not { Change: HandedOver handed } entry)
            return Refused(RefusalReason.NothingToChange);
        var changeId = DerivedId.Of($"{entry.ChangeId} taken back");
        var reply = await networks.SubmitAsync(network, by, new TakenBack(), changeId);
        if (reply is not Reply.Kept) return reply;
        foreach (var gathering in await ToComeAsync(network))
        {
            if ((await rooms.ReadAsync(gathering)).RoleOf(new Actor.Account(handed.To)) != Role.Organiser) continue;
            var made = await past.ChangeIdsAsync(gathering);
            foreach (var role in _before.Where(role => made.Contains(IdOf(entry.ChangeId, gathering, role))))
                await rooms.SubmitAsync(
                    gathering,
                    by,
                    new Change.StaffAppointed(handed.To, role),
                    DerivedId.Of($"{changeId} in {gathering}")
                );
        }

        return reply;
    }

    /// <summary>The last handover, or null when there was none, or it was taken back.</summary>
    public async Task<HandoverNews?> NewsAsync(NetworkView network) => await LastAsync(network.Id) is { Change: HandedOver handed } entry
        ? new(handed.From, handed.To, entry.At, network.Handover is not null)
        : null;

    private async Task<NetworkEntry?> LastAsync(Id<Network> network) =>
        (await log.EntriesAsync(network)).FindLast(entry => entry.Change is HandedOver or TakenBack);

    private Task<List<Id<Gathering>>> ToComeAsync(Id<Network> network)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.BelongsTo == network && gathering.Date >= today)
            .OrderBy(gathering => gathering.Date)
            .Select(gathering => gathering.Id)
            .ToListAsync());
    }

    // The role before is in the id, so that the log of the gathering tells what to give back.
    private static Guid IdOf(Guid handover, Id<Gathering> gathering, Role before) =>
        DerivedId.Of($"{handover} in {gathering} from {before}");

    private static Reply.Refused Refused(RefusalReason reason) => new(new Refusal(reason));
}
