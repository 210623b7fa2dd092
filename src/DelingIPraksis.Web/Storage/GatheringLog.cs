using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>The log of each gathering: read from a place, append a batch. Nothing else writes to it.</summary>
internal sealed class GatheringLog(Database database)
{
    /// <summary>The entries after a place, in order.</summary>
    public Task<List<Entry>> ReadAfterAsync(Id<Gathering> gathering, long sequence) => database.ReadAsync(async context =>
    {
        var rows = await context.Log.Where(entry => entry.StreamId == gathering && entry.Sequence > sequence).OrderBy(entry => entry.Sequence).ToListAsync();
        return rows.ConvertAll(row => row.ToEntry());
    });

    /// <summary>The gathering as the log says: its newest snapshot and the entries after it.</summary>
    public async Task<Gathering> FoldAsync(Id<Gathering> gathering)
    {
        var snapshot = await database.ReadAsync(context => context.Snapshots
            .Where(snapshot => snapshot.StreamId == gathering && snapshot.SchemaVersion == Snapshot.Current)
            .OrderByDescending(snapshot => snapshot.Sequence)
            .FirstOrDefaultAsync());
        var start = snapshot?.ToGathering() ?? new Gathering(gathering);
        return Rules.Fold(start, await ReadAfterAsync(gathering, start.Sequence));
    }

    /// <summary>The gathering as it was at a place in its log, such as the one a published report shows.</summary>
    public async Task<Gathering> FoldToAsync(Id<Gathering> gathering, long sequence)
    {
        var rows = await database.ReadAsync(context => context.Log
            .Where(entry => entry.StreamId == gathering && entry.Sequence <= sequence)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync());
        return Rules.Fold(new Gathering(gathering), rows.Select(row => row.ToEntry()));
    }

    /// <summary>Every change kept after a place, with where it stands.</summary>
    public Task<List<KeyValuePair<Guid, long>>> ChangeIdsAfterAsync(Id<Gathering> gathering, long sequence) => database.ReadAsync(context => context.Log
        .Where(entry => entry.StreamId == gathering && entry.Sequence > sequence)
        .Select(entry => new KeyValuePair<Guid, long>(entry.ChangeId, entry.Sequence))
        .ToListAsync());

    /// <summary>Appends a batch in one transaction, with the projections that follow from it. Returns when it is durable; throws when nothing of it is kept.</summary>
    public Task AppendAsync(Id<Gathering> gathering, IReadOnlyList<Entry> entries, IReadOnlyList<LogEntry> rows) => database.WriteAsync(async context =>
    {
        context.Log.AddRange(rows);
        foreach (var entry in entries) await GatheringProjection.ApplyAsync(context, gathering, entry);
    });

    /// <summary>Keeps a snapshot, and lets the older ones go.</summary>
    public Task KeepSnapshotAsync(Snapshot snapshot) => database.WriteAsync(async context =>
    {
        await context.Snapshots.Where(older => older.StreamId == snapshot.StreamId && older.Sequence <= snapshot.Sequence).ExecuteDeleteAsync();
        context.Snapshots.Add(snapshot);
    });
}
