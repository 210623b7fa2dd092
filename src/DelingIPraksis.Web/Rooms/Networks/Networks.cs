using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Rooms;

/// <inheritdoc cref="INetworks"/>
internal sealed class Networks(NetworkLog log, Database database, ChangeRateLimiter pace, ILogger<Networks> logger) : INetworks
{
    // Joined to one that is joined to another is a chain; a chain longer than this is a circle, which the rules do not make.
    private const int LongestChain = 50;

    public async Task<Reply> SubmitAsync(Id<Network> network, Actor actor, NetworkChange change, Guid changeId)
    {
        if (network.Value == Guid.Empty) return new Reply.Refused(new Refusal(RefusalReason.NoSuchNetwork));
        if (!await pace.AdmitAsync(actor, change)) return new Reply.TooFast();
        try
        {
            var answer = await log.SubmitAsync(network, actor, change, changeId);
            return answer.Refusal is { } refusal ? new Reply.Refused(refusal) : new Reply.Kept(answer.Sequence);
        }
        catch (Exception fault)
        {
            // Whatever failed, nothing has happened, and the caller may try again with the same id.
            RoomsLog.NetworkNotKept(logger, fault, network.Value, NetworkVerbs.NameOf(change));
            return new Reply.NotStored();
        }
    }

    public Task<Network> ReadAsync(Id<Network> network) => log.ReadAsync(network);

    public async Task<NetworkView> ViewAsync(Id<Network> network, Actor actor)
    {
        var read = await log.ReadAsync(network);
        var hasReports = await database.ReadAsync(context =>
            // That a report is withdrawn is told to those who followed it.
            context.Gatherings.AnyAsync(there =>
                there.BelongsTo == network && (there.PublishedSequence != null || there.WithdrawnAt != null)));
        return NetworkView.For(read, actor, hasReports);
    }

    public Task<Id<Network>?> FindAsync(string slug) => database.ReadAsync(async context =>
    {
        var there = await context.Networks.FirstOrDefaultAsync(network => network.Slug == slug);
        for (var step = 0; there?.JoinedTo is { } to && step < LongestChain; step++)
            there = await context.Networks.FirstOrDefaultAsync(network => network.Id == to);
        return there?.Id;
    });

    public async Task<IReadOnlyList<OwnNetwork>> OfAsync(Id<User> user) => await database.ReadAsync(async context =>
    {
        var own = await (
            from staff in context.NetworkStaff
            where staff.User == user && staff.Role != NetworkRole.None
            join network in context.Networks on staff.Network equals network.Id
            where network.JoinedTo == null
            select new OwnNetwork(network.Id, network.Name, network.Slug, staff.Role, network.IsDemo)).ToListAsync();
        return own.OrderBy(network => (PlainText)network.Name).ThenBy(network => network.Id).ToList();
    });

    public Task<OwnNetwork?> OfGatheringAsync(Id<Gathering> gathering) => database.ReadAsync(context => (
        from there in context.Gatherings
        where there.Id == gathering
        join network in context.Networks on there.BelongsTo equals network.Id
        select new OwnNetwork(network.Id, network.Name, network.Slug, NetworkRole.None, network.IsDemo)).FirstOrDefaultAsync());

    public async Task<NetworkStep?> LastAsync(Id<Network> network, Id<User> user)
    {
        var entries = await log.EntriesAsync(network);
        var undoing = Undo.IdsIn(entries.Select(entry => entry.ChangeId));
        var now = await log.ReadAsync(network);
        foreach (var entry in Enumerable.Reverse(entries))
        {
            if (entry.Actor is not Actor.Account by || by.User != user || !NetworkVerbs.IsUndoable(entry.Change)) continue;
            if (undoing.Contains(entry.ChangeId) || undoing.Contains(Undo.IdOf(entry.ChangeId, 0))) continue;
            var before = BeforeOf(network, entries, entry);
            if (!NetworkUndo.Of(before, entry, now).IsEmpty) return new NetworkStep(entry, before);
        }

        return null;
    }

    public async Task<Reply?> UndoAsync(Id<Network> network, Actor actor, NetworkEntry entry)
    {
        var entries = await log.EntriesAsync(network);
        if (!entries.Exists(there => there.ChangeId == entry.ChangeId)) return null;
        Reply? reply = null;
        var changes = NetworkUndo.Of(BeforeOf(network, entries, entry), entry, await log.ReadAsync(network));
        foreach (var (index, change) in changes.Index())
        {
            reply = await SubmitAsync(network, actor, change, Undo.IdOf(entry.ChangeId, index));
            if (reply is not Reply.Kept) return reply;
        }

        return reply;
    }

    public IDisposable Follow(Id<Network> network, Func<Task> onChange) => new Following(log, network, new CoalescedListener(onChange));

    private static Network BeforeOf(Id<Network> network, List<NetworkEntry> entries, NetworkEntry entry) =>
        NetworkRules.Fold(new Network(network), entries.TakeWhile(there => there.Sequence < entry.Sequence));

    private sealed class Following : IDisposable
    {
        private readonly NetworkLog _log;
        private readonly Id<Network> _network;
        private readonly CoalescedListener _listener;

        public Following(NetworkLog log, Id<Network> network, CoalescedListener listener)
        {
            (_log, _network, _listener) = (log, network, listener);
            _log.Changed += Tell;
        }

        public void Dispose() => _log.Changed -= Tell;

        private void Tell(Id<Network> changed)
        {
            if (changed == _network) _listener.Signal();
        }
    }
}
