using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>
/// Does what has been promised of how long a gathering is kept. It looks when the service starts and some times a day after, and remembers nothing: what is
/// due stands in each gathering, so that a day that passed while the service was down is taken then.
/// </summary>
internal sealed class RetentionKeeper(Database database, GatheringLog log, GatheringErasure erasure, Erasing erasing, TimeProvider time, ILogger<RetentionKeeper> logger) : BackgroundService
{
    /// <summary>How long between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    // No period is shorter than a month, and no month than this.
    private const int ShortestMonth = 28;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        foreach (var (gathering, look) in await WorthLookingAtAsync())
        {
            if (stopping.IsCancellationRequested) return;
            try
            {
                await look(gathering);
            }
            catch (Exception fault)
            {
                // One that cannot be read or written now must not keep the others; it is looked at again.
                AccessLog.NotLookedAfter(logger, fault, gathering.Value);
            }
        }
    }

    private async Task<List<(Id<Gathering> Gathering, Func<Id<Gathering>, Task> Look)>> WorthLookingAtAsync()
    {
        try
        {
            var (now, day) = (time.GetUtcNow().AddDays(-ShortestMonth), Today.AddDays(-ShortestMonth));
            var old = await database.ReadAsync(context => context.Gatherings.Where(there => there.CreatedAt <= now && there.Date <= day).Select(there => there.Id).ToListAsync());
            var erased = await erasure.HalfErasedAsync();
            return [.. erased.Select(there => (there, (Func<Id<Gathering>, Task>)erasing.EmptyAsync)), .. old.Except(erased).Select(there => (there, (Func<Id<Gathering>, Task>)KeepPromiseAsync))];
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            AccessLog.NotLookedAfter(logger, fault, Guid.Empty);
            return [];
        }
    }

    private async Task KeepPromiseAsync(Id<Gathering> id)
    {
        // Read beside the rooms, which are for those who use a gathering now.
        var until = GatheringView.For(await log.FoldAsync(id), new Actor.Application()).KeptUntil;
        if (until.All <= Today) Require(await erasing.EraseAsync(id, new Actor.Application()));
        else if (until.Names <= Today && await erasure.HasNamesAsync(id)) Require(await erasing.EraseNamesAsync(id));

        static void Require(Reply reply)
        {
            if (reply is not Reply.Kept) throw new InvalidOperationException($"It was answered {reply}.");
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
