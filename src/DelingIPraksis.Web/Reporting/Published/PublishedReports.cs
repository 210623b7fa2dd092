using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>
/// Folds the log up to the published entry, once for each publication and node. Each request reads the index once, so that every node shows
/// a withdrawal immediately.
/// </summary>
internal sealed class PublishedReports(Database database, GatheringLog log) : IPublishedReports
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<(Id<Gathering> Gathering, long Sequence), Lazy<Task<PublishedReport.Shown>>> _kept = new();

    public async Task<PublishedReport?> FindAsync(string slug)
    {
        var index = await database.ReadAsync(context => context.Gatherings.FirstOrDefaultAsync(gathering => gathering.Slug == slug));
        if (index is null) return null;
        if (index.PublishedSequence is { } sequence) return await KeptAsync((index.Id, sequence));
        return index.WithdrawnAt is { } at
            ? new PublishedReport.Withdrawn(at, new PublishedLine(index.Slug, "", index.Network, index.Date, index.IsDemo).NetworkPath)
            : null;
    }

    public async Task<IReadOnlyList<PublishedLine>> ListAsync()
    {
        var lines = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.PublishedSequence != null && !gathering.IsDemo)
            .Select(gathering => new PublishedLine(gathering.Slug, gathering.Title, gathering.Network, gathering.Date, gathering.IsDemo)
            {
                BelongsTo = gathering.BelongsTo,
            })
            .ToListAsync());
        return
        [
            .. lines
                .OrderByDescending(line => line.Date)
                .ThenBy(line => line.Title, NorwegianOrder.Comparer)
                .ThenBy(line => line.Slug, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<WithdrawnLine>> WithdrawnAsync() => await database.ReadAsync(context => context.Gatherings
        .Where(gathering => gathering.PublishedSequence == null && gathering.WithdrawnAt != null && !gathering.IsDemo)
        .OrderByDescending(gathering => gathering.WithdrawnAt)
        .Select(gathering => new WithdrawnLine(gathering.Id, gathering.Slug, gathering.Network, gathering.WithdrawnAt!.Value)
        {
            BelongsTo = gathering.BelongsTo,
        })
        .ToListAsync());

    public Task<string?> SlugOfAsync(Id<Gathering> gathering) => database.ReadAsync(context =>
        context.Gatherings.Where(index => index.Id == gathering).Select(index => index.Slug).FirstOrDefaultAsync());

    private async Task<PublishedReport.Shown> KeptAsync((Id<Gathering> Gathering, long Sequence) key)
    {
        // An old publication is never requested again. All are dropped when the node keeps many.
        if (_kept.Count >= MostKept) _kept.Clear();
        var folding = _kept.GetOrAdd(key, static (key, log) => new(() => FoldAsync(log, key.Gathering, key.Sequence)), log);
        try
        {
            return await folding.Value;
        }
        catch
        {
            // A fold that failed once may succeed the next time.
            _kept.TryRemove(KeyValuePair.Create(key, folding));
            throw;
        }
    }

    private static async Task<PublishedReport.Shown> FoldAsync(GatheringLog log, Id<Gathering> id, long sequence)
    {
        var gathering = await log.FoldToAsync(id, sequence);
        var report = GatheringReport.Of(gathering, attributed: false);
        return new(
            id,
            ReportLayout.Of(report),
            report.Publication ?? throw new InvalidOperationException($"{id} was not published at {sequence}."),
            gathering.IsDemo
        )
        {
            Report = report,
        };
    }
}
