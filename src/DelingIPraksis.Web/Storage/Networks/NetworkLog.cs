using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>The log of each network: decide and append in one transaction, and read.</summary>
internal sealed class NetworkLog(Database database, Compaction compaction, TimeProvider time)
{
    // A network that is folded is folded on from there. The log says whether it is the newest.
    private readonly ConcurrentDictionary<Id<Network>, Network> _folded = new();
    // The log that would give the first answer is erased.
    private readonly ConcurrentDictionary<Guid, long> _erasures = new();

    /// <summary>Raised when a network has changed, after that is durable. Must not block.</summary>
    public event Action<Id<Network>>? Changed;

    /// <summary>
    /// Asks for a change. Returns when it is durable, or refused. The same id again gets the first answer. When it throws, nothing is
    /// stored.
    /// </summary>
    public async Task<NetworkAnswer> SubmitAsync(Id<Network> id, Actor actor, NetworkChange change, Guid changeId)
    {
        if (_erasures.TryGetValue(changeId, out var erased)) return new NetworkAnswer(erased, null);
        NetworkAnswer answer = null!;
        NetworkTurn turn = null!;
        await database.WriteAsync(async context =>
        {
            turn = new NetworkTurn(context, time.GetUtcNow());
            answer = await turn.DecideAsync(id, actor, change, changeId);
        });
        if (turn.Erased.Count > 0)
        {
            _erasures[changeId] = answer.Sequence;
            foreach (var gone in turn.Erased) _folded.TryRemove(gone, out _);
            await compaction.RunPendingAsync();
        }

        foreach (var changed in turn.Changed) Changed?.Invoke(changed);
        return answer;
    }

    /// <summary>The newest state of a network; one with <see cref="Network.Exists"/> false when there is none.</summary>
    /// <exception cref="LogFaultException">Its log is broken.</exception>
    public async Task<Network> ReadAsync(Id<Network> id)
    {
        var start = _folded.GetValueOrDefault(id);
        var read = await database.ReadAsync(context => FoldAsync(context, id, start));
        if (read.Exists) _folded[id] = read;
        else _folded.TryRemove(id, out _);
        return read;
    }

    /// <summary>All entries of a network, in order.</summary>
    /// <exception cref="LogFaultException">One cannot be read.</exception>
    public Task<List<NetworkEntry>> EntriesAsync(Id<Network> id) => database.ReadAsync(async context =>
        (await RowsAfterAsync(context, id, 0)).ConvertAll(row => row.ToEntry()));

    /// <summary>A network folded from every entry.</summary>
    /// <exception cref="LogFaultException">Its log is broken.</exception>
    public static Task<Network> FoldAsync(AppDbContext context, Id<Network> id) => FoldAsync(context, id, null);

    private static async Task<Network> FoldAsync(AppDbContext context, Id<Network> id, Network? start)
    {
        // A database that was put back from a copy, or a network that was erased, is shorter than what was folded.
        var last = await context.Set<NetworkLogEntry>().Where(entry => entry.Network == id).MaxAsync(entry => (long?)entry.Sequence) ?? 0;
        if (start is null || start.Sequence > last) start = new Network(id);
        if (start.Sequence == last) return start;
        var entries = (await RowsAfterAsync(context, id, start.Sequence)).ConvertAll(row => row.ToEntry());
        try
        {
            return NetworkRules.Fold(start, entries);
        }
        catch (BrokenLogException broken)
        {
            throw new LogFaultException(id, broken.Sequence, broken.IsMissing ? LogFault.Missing : LogFault.DoesNotStand, broken);
        }
    }

    private static Task<List<NetworkLogEntry>> RowsAfterAsync(AppDbContext context, Id<Network> id, long sequence) =>
        context.Set<NetworkLogEntry>()
            .Where(entry => entry.Network == id && entry.Sequence > sequence)
            .OrderBy(entry => entry.Sequence)
            .AsNoTracking()
            .ToListAsync();
}
