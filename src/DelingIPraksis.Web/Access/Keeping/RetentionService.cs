using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>
/// Erases gatherings and names when their retention ends. It checks when the service starts and every few hours, and stores no state: the
/// dates are derived from each gathering, so an erasure that was due while the service was down is made at the next check.
/// </summary>
internal sealed class RetentionService(
    IRooms rooms,
    Database database,
    GatheringLog log,
    GatheringErasure erasure,
    ClockTrust clock,
    IEnumerable<IKeptForATime> others,
    TimeProvider time,
    ILogger<RetentionService> logger
) : BackgroundService
{
    /// <summary>The time between two checks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>The time to the next check when something is left to do, or the clock is doubted.</summary>
    public static readonly TimeSpan ShortPause = TimeSpan.FromHours(1);

    // No period is shorter than a month, and no month is shorter than this.
    private const int ShortestMonth = 28;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var done = await LookAsync(stoppingToken);
                await Task.Delay(done ? Pause : ShortPause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>Erases what is due. False when something is left.</summary>
    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        try
        {
            var believed = await clock.LookAsync();
            var whole = true;
            foreach (var (gathering, look) in await WorthLookingAtAsync(believed))
            {
                stopping.ThrowIfCancellationRequested();
                whole &= await TryAsync(gathering, look);
            }

            if (believed)
                foreach (var other in others)
                    whole &= await other.EraseOldAsync();
            return await erasure.FinishAsync() && whole && believed;
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            AccessLog.NotLookedAfter(logger, fault, Guid.Empty);
            return false;
        }
    }

    // A gathering that cannot be read or written now must not stop the others. It is tried again at the next check.
    private async Task<bool> TryAsync(Id<Gathering> gathering, Func<Id<Gathering>, Task> look)
    {
        try
        {
            await look(gathering);
            return true;
        }
        catch (Exception fault)
        {
            AccessLog.NotLookedAfter(logger, fault, gathering.Value);
            return false;
        }
    }

    private async Task<List<(Id<Gathering> Gathering, Func<Id<Gathering>, Task> Look)>> WorthLookingAtAsync(bool believed)
    {
        var erased = await erasure.PartlyErasedAsync();
        List<(Id<Gathering> Gathering, Func<Id<Gathering>, Task> Look)> worth =
        [
            .. erased.Select(there => (there, (Func<Id<Gathering>, Task>)erasure.EraseAsync)),
        ];
        if (!believed) return worth;
        var (now, day) = (time.GetUtcNow().AddDays(-ShortestMonth), Today.AddDays(-ShortestMonth));
        var old = await database.ReadAsync(context =>
            context.Gatherings.Where(there => there.CreatedAt <= now && there.Date <= day).Select(there => there.Id).ToListAsync()
        );
        return [.. worth, .. old.Except(erased).Select(there => (there, (Func<Id<Gathering>, Task>)KeepPromiseAsync))];
    }

    private async Task KeepPromiseAsync(Id<Gathering> id)
    {
        // Read without the rooms, which are for gatherings in use.
        var until = GatheringView.For(await log.FoldAsync(id), new Actor.Application()).RetentionDates;
        if (until.All <= Today) await MustAsync(new Change.GatheringErased());
        else if (until.Names <= Today && await erasure.HasNamesAsync(id)) await MustAsync(new Change.NamesErased());

        async Task MustAsync(Change change)
        {
            var reply = await rooms.SubmitAsync(id, new Actor.Application(), change, Guid.CreateVersion7());
            if (reply is not Reply.Kept) throw new InvalidOperationException($"It was answered {reply}.");
        }
    }
}
