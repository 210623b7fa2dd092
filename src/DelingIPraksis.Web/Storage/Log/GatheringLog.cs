using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>What the log tells of what has been done in a gathering.</summary>
internal interface IGatheringPast
{
    /// <summary>The newest entries with one of some verbs, the newest first; of everybody when <paramref name="by"/> is null.</summary>
    Task<List<Entry>> NewestAsync(Id<Gathering> gathering, string[] verbs, Actor? by, int most);

    /// <summary>The entries after a place, in order.</summary>
    Task<List<Entry>> ReadAfterAsync(Id<Gathering> gathering, long sequence);

    /// <summary>The gathering as it was at a place in its log, such as the one a published report shows.</summary>
    /// <exception cref="LogFaultException">The log does not hang together.</exception>
    Task<Gathering> FoldToAsync(Id<Gathering> gathering, long sequence);

    /// <summary>The ids of all changes, in no order. The database answers from an index, without reading the log.</summary>
    Task<List<Guid>> ChangeIdsAsync(Id<Gathering> gathering);
}

/// <summary>The log of each gathering: read from a place, append a batch. Nothing else writes to it.</summary>
internal sealed class GatheringLog(
    Database database,
    ILogger<GatheringLog> logger,
    bool replacesSnapshots = true,
    IEnumerable<IWithEntries>? others = null
) : IGatheringPast
{
    private readonly GroupCommit _commit = new(database);

    /// <summary>Raised when a gathering may have come to another network, after that is durable. Must not block.</summary>
    public event Action<Id<Gathering>>? Placed;

    /// <inheritdoc/>
    public async Task<List<Entry>> NewestAsync(Id<Gathering> gathering, string[] verbs, Actor? by, int most)
    {
        var actor = by is null ? null : GatheringJson.Write(by);
        var rows = await database.ReadAsync(context => context.Log
            .Where(entry => entry.StreamId == gathering && verbs.Contains(entry.Verb) && (actor == null || entry.Actor == actor))
            .OrderByDescending(entry => entry.Sequence)
            .Take(most)
            .ToListAsync());
        return rows.ConvertAll(row => row.ToEntry());
    }

    /// <inheritdoc/>
    public Task<List<Entry>> ReadAfterAsync(Id<Gathering> gathering, long sequence) => database.ReadAsync(async context =>
    {
        var rows = await context
            .Log.Where(entry => entry.StreamId == gathering && entry.Sequence > sequence)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync();
        return rows.ConvertAll(row => row.ToEntry());
    });

    /// <summary>The current gathering: its newest snapshot and the entries after it.</summary>
    /// <exception cref="LogFaultException">The log is broken.</exception>
    public async Task<Gathering> FoldAsync(Id<Gathering> gathering)
    {
        if (await NewestSnapshotAsync(gathering) is not { } snapshot) return await FoldWholeAsync(gathering);
        if (await IsBackedByLogAsync(snapshot) && snapshot.ToGathering() is { } start)
            return Fold(start, await ReadAfterAsync(gathering, start.Sequence));
        StorageLog.SnapshotThrownAway(logger, gathering.Value, snapshot.Sequence);
        var folded = await FoldWholeAsync(gathering);
        await ReplaceSnapshotAsync(folded);
        return folded;
    }

    /// <summary>The gathering folded from every entry, without snapshots.</summary>
    /// <exception cref="LogFaultException">The log is broken.</exception>
    public async Task<Gathering> FoldWholeAsync(Id<Gathering> gathering) =>
        Fold(new Gathering(gathering), await ReadAfterAsync(gathering, 0));

    /// <inheritdoc/>
    public async Task<Gathering> FoldToAsync(Id<Gathering> gathering, long sequence)
    {
        var snapshot = await NewestSnapshotAsync(gathering);
        var isBefore = snapshot is not null && snapshot.Sequence <= sequence && await IsBackedByLogAsync(snapshot);
        var start = (isBefore ? snapshot!.ToGathering() : null) ?? new Gathering(gathering);
        var rows = await database.ReadAsync(context => context.Log
            .Where(entry => entry.StreamId == gathering && entry.Sequence > start.Sequence && entry.Sequence <= sequence)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync());
        return Fold(start, rows.ConvertAll(row => row.ToEntry()));
    }

    /// <summary>The snapshot that FoldAsync would start from, or null.</summary>
    public Task<Snapshot?> NewestSnapshotAsync(Id<Gathering> gathering) => database.ReadAsync(context => context.Snapshots
        .Where(snapshot => snapshot.StreamId == gathering && snapshot.SchemaVersion == Snapshot.Current)
        .OrderByDescending(snapshot => snapshot.Sequence)
        .FirstOrDefaultAsync());

    /// <summary>The id and the place of every change after a place.</summary>
    public Task<List<KeyValuePair<Guid, long>>> ChangeIdsAfterAsync(Id<Gathering> gathering, long sequence) =>
        database.ReadAsync(context =>
            context
                .Log.Where(entry => entry.StreamId == gathering && entry.Sequence > sequence)
        .Select(entry => new KeyValuePair<Guid, long>(entry.ChangeId, entry.Sequence))
        .ToListAsync());

    /// <inheritdoc/>
    public Task<List<Guid>> ChangeIdsAsync(Id<Gathering> gathering) => database.ReadAsync(context =>
        context.Log.Where(entry => entry.StreamId == gathering).Select(entry => entry.ChangeId).ToListAsync());

    /// <summary>
    /// Appends a batch and its projections in one transaction, with what other rooms append at the same time. Returns when it is durable.
    /// When it throws, nothing is stored.
    /// </summary>
    public async Task AppendAsync(Id<Gathering> gathering, IReadOnlyList<Entry> entries, IReadOnlyList<LogEntry> rows)
    {
        await _commit.WriteAsync(async context =>
        {
            context.Log.AddRange(rows);
            foreach (var entry in entries)
            {
                await GatheringProjection.ApplyAsync(context, gathering, entry);
                foreach (var other in others ?? []) await other.ApplyAsync(context, gathering, entry);
            }
        });
        if (entries.Any(entry => MayPlace(entry.Change))) Placed?.Invoke(gathering);
    }

    /// <summary>
    /// Stores a snapshot in place of the earlier ones. The snapshot of a gathering that has been erased meanwhile is not stored.
    /// </summary>
    public Task KeepSnapshotAsync(Snapshot snapshot) => database.WriteAsync(async context =>
    {
        if (!await context.Log.AnyAsync(entry => entry.StreamId == snapshot.StreamId && entry.Sequence == snapshot.Sequence)) return;
        await context.Snapshots.Where(other => other.StreamId == snapshot.StreamId).ExecuteDeleteAsync();
        context.Snapshots.Add(snapshot);
    });

    // NetworkPlacing puts a gathering in a network after these.
    private static bool MayPlace(Change change) =>
        change is Change.GatheringCreated or Change.GatheringImported or Change.GatheringDescribed or Change.StaffAppointed;

    private static Gathering Fold(Gathering start, List<Entry> entries)
    {
        try
        {
            return Rules.Fold(start, entries);
        }
        catch (BrokenLogException broken)
        {
            throw new LogFaultException(start.Id, broken.Sequence, broken.IsMissing ? LogFault.Missing : LogFault.DoesNotStand, broken);
        }
    }

    /// <summary>
    /// Whether every entry that the snapshot was made from exists. Otherwise the snapshot would hide that one is missing.
    /// </summary>
    private async Task<bool> IsBackedByLogAsync(Snapshot snapshot) => snapshot.Sequence == await database.ReadAsync(context =>
        context.Log.LongCountAsync(entry => entry.StreamId == snapshot.StreamId && entry.Sequence <= snapshot.Sequence));

    private async Task ReplaceSnapshotAsync(Gathering gathering)
    {
        if (!replacesSnapshots) return;
        try
        {
            if (gathering.Exists) await KeepSnapshotAsync(Snapshot.Of(gathering));
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // Without it only the next opening is slower.
            StorageLog.SnapshotNotReplaced(logger, fault, gathering.Id.Value);
        }
    }
}
