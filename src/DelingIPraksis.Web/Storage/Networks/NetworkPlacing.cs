using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Which network a gathering comes to by itself, in the transaction that stores the gathering's own change. A name alone opens nothing: a
/// gathering comes only to a network where the one who makes it took a role, and else gets a network of its own. So somebody who writes the
/// name of another's network learns nothing, not even that it is there.
/// </summary>
internal static class NetworkPlacing
{
    /// <summary>Puts a gathering that has just been made in the maker's network with that name, or in a new one.</summary>
    public static Task PlaceNewAsync(AppDbContext context, Id<Gathering> gathering, Entry entry, GatheringFacts facts, bool isDemo) =>
        TryAsync(context, async () =>
    {
        // The application makes no gathering that has an organiser.
        if (entry.Actor is not Actor.Account maker) return;
        var turn = new NetworkTurn(context, entry.At);
        if (await FindAsync(context, maker.User, facts.Network.Value, isDemo, gathering) is { } own)
            await AddAsync(turn, own, gathering, maker, entry);
        else
            await turn.KeepAsync(
                IdFor(gathering),
                maker,
                new NetworkChange.Created(facts.Network, facts.NetworkAbout, isDemo, [gathering], [], []),
                DerivedId.Of($"{entry.ChangeId} makes a network"),
                setsUp: false);
    });

    /// <summary>
    /// An account has taken a role as an organiser, by a link. When the gathering's network was made for it alone, the gathering comes to
    /// the network of the same name that the account has already.
    /// </summary>
    public static Task AcceptAsync(AppDbContext context, GatheringIndex index, Entry entry, Change.StaffAppointed appointed) =>
        TryAsync(context, async () =>
    {
        var accepted = entry.Actor is Actor.Application || (entry.Actor is Actor.Account account && account.User == appointed.User);
        if (!accepted || appointed.Role != Role.Organiser || !await FollowsItsGatheringAsync(context, index)) return;
        var own = await FindAsync(context, appointed.User, index.Network, index.IsDemo, index.Id);
        if (own is { } to && to != index.BelongsTo) await MoveAsync(context, index, to, new Actor.Account(appointed.User), entry);
    });

    /// <summary>
    /// The name of the network has been corrected in the facts of a gathering. A network that was made for this gathering alone follows;
    /// another keeps its name, and the gathering keeps what it says.
    /// </summary>
    public static Task RenameAsync(AppDbContext context, GatheringIndex index, Entry entry) => TryAsync(context, async () =>
    {
        if (entry.Actor is not Actor.Account by || !await FollowsItsGatheringAsync(context, index)) return;
        if (await FindAsync(context, by.User, index.Network, index.IsDemo, index.Id) is { } own && own != index.BelongsTo)
            await MoveAsync(context, index, own, by, entry);
        else
            await new NetworkTurn(context, entry.At).KeepAsync(
                index.BelongsTo!.Value,
                new Actor.Application(),
                new NetworkChange.Renamed(index.Network),
                DerivedId.Of($"{entry.ChangeId} renames the network"),
                setsUp: false);
    });

    /// <summary>A gathering is erased. A network that was made for it alone goes with it.</summary>
    public static Task ErasedAsync(AppDbContext context, GatheringIndex index, Entry entry) => TryAsync(context, async () =>
    {
        if (index.BelongsTo is not { } network) return;
        var goes = await FollowsItsGatheringAsync(context, index);
        var turn = new NetworkTurn(context, entry.At);
        var isToCome = index.Date >= DateOnly.FromDateTime(entry.At.UtcDateTime);
        if (goes) await turn.EraseAsync(network);
        else
            await turn.KeepAsync(
                network,
                new Actor.Application(),
                new NetworkChange.GatheringRemoved(index.Id, CalledOff: isToCome ? index.Date : null),
                DerivedId.Of($"{entry.ChangeId} takes the gathering out"),
                setsUp: false);
    });

    /// <summary>The id of the network that is made for a gathering, the same however often it is made.</summary>
    public static Id<Network> IdFor(Id<Gathering> gathering) => new(DerivedId.Of($"the network of {gathering}"));

    /// <summary>The name of a network in the form used for comparison: the name is typed again for each gathering.</summary>
    public static string Fold(string name) => TextMarks.Fold(name).ToLowerInvariant();

    /// <summary>
    /// The network with a name where a user took a role as owner or helper; the one with the newest gathering when there are several. What
    /// its gatherings were called counts too, because a network may have got another name since.
    /// </summary>
    private static async Task<Id<Network>?> FindAsync(AppDbContext context, Id<User> user, string name, bool isDemo, Id<Gathering> but)
    {
        var own = await (
            from staff in context.NetworkStaff
            where staff.User == user && staff.Accepted && (staff.Role == NetworkRole.Owner || staff.Role == NetworkRole.Helper)
            join network in context.Networks on staff.Network equals network.Id
            where network.IsDemo == isDemo && network.JoinedTo == null
            select new { network.Id, network.Name }).ToListAsync();
        if (own.Count == 0) return null;
        var ids = own.ConvertAll(network => (Id<Network>?)network.Id);
        var gatherings = await context.Gatherings
            .Where(there => ids.Contains(there.BelongsTo) && there.Id != but)
            .Select(there => new { there.BelongsTo, there.Network, there.Date })
            .ToListAsync();
        var wanted = Fold(name);
        return own
            .Select(network => (network.Id, Names: gatherings.Where(there => there.BelongsTo == network.Id).ToList(), network.Name))
            .Where(network => Fold(network.Name) == wanted || network.Names.Exists(there => Fold(there.Network) == wanted))
            .OrderByDescending(network => Fold(network.Name) == wanted)
            .ThenByDescending(network => network.Names.Select(there => there.Date).DefaultIfEmpty().Max())
            .ThenBy(network => network.Id)
            .Select(network => (Id<Network>?)network.Id)
            .FirstOrDefault();
    }

    /// <summary>A network whose log is broken must not stop what is done in a gathering. The gathering then stays where it is.</summary>
    private static async Task TryAsync(AppDbContext context, Func<Task> place)
    {
        // What this transaction has done so far is looked up in the tables.
        await context.SaveChangesAsync();
        try
        {
            await place();
        }
        catch (LogFaultException)
        {
            // The start and ./run check report what is wrong with the log.
        }
    }

    private static async Task<bool> FollowsItsGatheringAsync(AppDbContext context, GatheringIndex index)
    {
        if (index.BelongsTo is not { } id) return false;
        var network = await context.Networks.FindAsync(id);
        return network is { IsSetUp: false } && !await context.Gatherings.AnyAsync(there => there.BelongsTo == id && there.Id != index.Id);
    }

    private static async Task MoveAsync(AppDbContext context, GatheringIndex index, Id<Network> to, Actor by, Entry entry)
    {
        var turn = new NetworkTurn(context, entry.At);
        // Read first: a broken log throws, and then nothing has been moved.
        await turn.OfAsync(to);
        await turn.EraseAsync(index.BelongsTo!.Value);
        index.BelongsTo = null;
        await AddAsync(turn, to, index.Id, by, entry);
    }

    private static Task<NetworkAnswer> AddAsync(NetworkTurn turn, Id<Network> network, Id<Gathering> gathering, Actor by, Entry entry) =>
        turn.KeepAsync(
            network,
            by,
            new NetworkChange.GatheringAdded(gathering),
            DerivedId.Of($"{entry.ChangeId} comes to {network}"),
            setsUp: false);
}
