using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>The answer to a change of a network.</summary>
/// <param name="Sequence">Its place in the log, when it is kept.</param>
/// <param name="Refusal">Why it is refused, or null.</param>
internal sealed record NetworkAnswer(long Sequence, Refusal? Refusal);

/// <summary>
/// One transaction's changes of networks. The database is the state: each network is folded from its log here, the rules decide, and what
/// stands is added to the context with its projections. A change that concerns two networks is stored in the log of both or of none.
/// </summary>
/// <remarks>
/// This takes the place of a room: the writes of this process wait for each other (<see cref="WriteGate"/>), SQLite has one writer, and the
/// key of the log refuses a second one. A network is changed a few times a day, so that a fold for each change costs nothing that is felt.
/// </remarks>
internal sealed class NetworkTurn(AppDbContext context, DateTimeOffset at)
{
    private ImmutableDictionary<Id<Network>, Network> _networks = ImmutableDictionary<Id<Network>, Network>.Empty;

    /// <summary>The networks that have been changed.</summary>
    public HashSet<Id<Network>> Changed { get; } = [];

    /// <summary>The networks that have been erased.</summary>
    public HashSet<Id<Network>> Erased { get; } = [];

    /// <summary>A network as this transaction sees it.</summary>
    /// <exception cref="LogFaultException">Its log is broken.</exception>
    public async Task<Network> OfAsync(Id<Network> id)
    {
        if (_networks.TryGetValue(id, out var known)) return known;
        var read = await NetworkLog.FoldAsync(context, id);
        _networks = _networks.SetItem(id, read);
        return read;
    }

    /// <summary>Decides a change that somebody asks for. It checks what the rules cannot see: other networks and gatherings.</summary>
    public async Task<NetworkAnswer> DecideAsync(Id<Network> id, Actor actor, NetworkChange change, Guid changeId)
    {
        var first = await context.Set<NetworkLogEntry>()
            .Where(entry => entry.Network == id && entry.ChangeId == changeId)
            .Select(entry => (long?)entry.Sequence)
            .FirstOrDefaultAsync();
        if (first is { } place) return new NetworkAnswer(place, null);
        var network = await OfAsync(id);
        // Asked first, so that who has no role learns nothing of other networks and gatherings.
        var role = network.RoleOf(actor);
        if (change is not NetworkChange.Created)
        {
            if (!network.Exists || role == NetworkRole.None) return new NetworkAnswer(0, new Refusal(RefusalReason.NoSuchNetwork));
            if (!NetworkRules.MayAsk(role, change)) return new NetworkAnswer(0, new Refusal(RefusalReason.NotAllowed));
            // These are written by what they follow from, never asked for.
            if (change is NetworkChange.JoinedAway or NetworkChange.Restored)
                return new NetworkAnswer(0, new Refusal(RefusalReason.NotAllowed));
        }

        var (whole, fault) = await CompleteAsync(network, actor, change);
        return fault is { } reason
            ? new NetworkAnswer(0, new Refusal(reason))
            : await KeepAsync(id, actor, whole, changeId, setsUp: true);
    }

    /// <summary>Stores a change and what follows from it, without the checks of <see cref="DecideAsync"/>.</summary>
    /// <param name="id">Which network.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="change">What.</param>
    /// <param name="changeId">Made by the caller.</param>
    /// <param name="setsUp">Whether somebody does it on purpose: <see cref="NetworkIndex.IsSetUp"/>.</param>
    public async Task<NetworkAnswer> KeepAsync(Id<Network> id, Actor actor, NetworkChange change, Guid changeId, bool setsUp)
    {
        var start = _networks;
        var steps = new List<(Network Before, NetworkEntry Entry, Network After)>();
        var left = new Queue<(Id<Network> Network, Actor Actor, NetworkChange Change, Guid Id)>([(id, actor, change, changeId)]);
        while (left.TryDequeue(out var next))
        {
            var before = await OfAsync(next.Network);
            var entry = new NetworkEntry(before.Sequence + 1, next.Id, at, next.Actor, next.Change);
            if (NetworkRules.Decide(before, entry) is not NetworkOutcome.Accepted { Network: var after })
            {
                _networks = start;
                return new NetworkAnswer(0, ((NetworkOutcome.Refused)NetworkRules.Decide(before, entry)).Refusal);
            }

            _networks = _networks.SetItem(next.Network, after);
            steps.Add((before, entry, after));
            foreach (var (follower, follows, byApplication) in NetworkRules.ConsequencesOf(before, entry))
            {
                Actor by = byApplication ? new Actor.Application() : next.Actor;
                left.Enqueue((follower, by, follows, DerivedId.Of($"{next.Id} in {follower}")));
            }
        }

        foreach (var (before, entry, after) in steps)
        {
            context.Add(NetworkLogEntry.From(after.Id, entry));
            await NetworkProjection.ApplyAsync(context, before, after, entry, setsUp);
            Changed.Add(after.Id);
            if (after.Erased) await EraseAsync(after.Id);
        }

        return new NetworkAnswer(steps[0].Entry.Sequence, null);
    }

    /// <summary>Takes all rows of a network out of the database.</summary>
    public async Task EraseAsync(Id<Network> id)
    {
        await context.SaveChangesAsync();
        await context.Set<NetworkLogEntry>().Where(entry => entry.Network == id).ExecuteDeleteAsync();
        await context.Set<FileRow>().Where(file => file.Network == id).ExecuteDeleteAsync();
        context.RemoveRange(await context.NetworkStaff.Where(staff => staff.Network == id).ToListAsync());
        context.RemoveRange(await context.Networks.Where(network => network.Id == id).ToListAsync());
        await context.SaveChangesAsync();
        await Compaction.RequestAsync(context);
        _networks = _networks.SetItem(id, new Network(id));
        Changed.Add(id);
        Erased.Add(id);
    }

    /// <summary>A change with all that the database says of it, or why it cannot be.</summary>
    private async Task<(NetworkChange Change, RefusalReason? Fault)> CompleteAsync(Network network, Actor actor, NetworkChange change)
    {
        switch (change)
        {
            case NetworkChange.Created c:
                // Gatherings come to a new network one by one, so that each is asked about.
                return (c, c.Gatherings.IsEmpty || actor is Actor.Application ? null : RefusalReason.NotAllowed);
            case NetworkChange.GatheringAdded c:
                var from = await context.Gatherings
                    .Where(there => there.Id == c.Gathering)
                    .Select(there => there.BelongsTo)
                    .FirstOrDefaultAsync();
                return (c with { From = from == network.Id ? null : from }, await FaultOfAsync(network, actor, c.Gathering, from));
            case NetworkChange.NetworksJoined c:
                var other = await OfAsync(c.Other);
                // Only an owner of both learns that the other is there.
                if (other.RoleOf(actor) < NetworkRole.Owner || !other.Exists
                    || other.IsDemo != network.IsDemo || other.JoinedTo is not null)
                    return (c, RefusalReason.NoSuchNetwork);
                return (new NetworkChange.NetworksJoined(c.Other, [.. other.Gatherings], [.. other.Members.Values], other.People), null);
            case NetworkChange.Divided c:
                return (c, (await OfAsync(c.Into)).Sequence > 0 ? RefusalReason.AlreadyExists : null);
            case NetworkChange.FaceSet { Seen: { } seen } c:
                return NetworkFace.Merge(seen, c.Face, network.Face) is { } face
                    ? (new NetworkChange.FaceSet(face == NetworkFace.None ? null : face), null)
                    : (c, RefusalReason.ChangedByOther);
            case NetworkChange.AddressSet { Slug: { } slug }:
                return (change, await FaultOfAsync(network, slug));
            default:
                return (change, null);
        }
    }

    /// <summary>
    /// A gathering is brought by one who organises it and took that role herself, by one who may take it out of the network where it is,
    /// or back by the people who took it out.
    /// </summary>
    private async Task<RefusalReason?> FaultOfAsync(Network network, Actor actor, Id<Gathering> gathering, Id<Network>? from)
    {
        var about = await context.Gatherings.FirstOrDefaultAsync(there => there.Id == gathering);
        if (about is null || about.IsDemo != network.IsDemo) return RefusalReason.NoSuchGathering;
        if (from == network.Id) return RefusalReason.NothingToChange;
        if (actor is not Actor.Account { User: var user }) return actor is Actor.Application ? null : RefusalReason.NoSuchGathering;
        if (from is null && network.Released.Contains(gathering)) return null;
        if (from is { } there && (await OfAsync(there)).RoleOf(actor) >= NetworkRole.Helper) return null;
        var takes = (await context.TakenRolesAsync([gathering])).Any(role => role.User == user && role.Organises);
        return takes && !await context.IsRehearsalAsync(gathering) ? null : RefusalReason.NoSuchGathering;
    }

    private async Task<RefusalReason?> FaultOfAsync(Network network, string slug)
    {
        if (slug == network.Slug) return RefusalReason.NothingToChange;
        var hasReports = await context.Gatherings.AnyAsync(there => there.BelongsTo == network.Id && there.PublishedSequence != null);
        if (!network.Public.IsOpen(hasReports)) return RefusalReason.AddressNotPublic;
        return NetworkProjection.IsReserved(slug) || await context.Networks.AnyAsync(there => there.Slug == slug)
            ? RefusalReason.AddressTaken
            : null;
    }
}
