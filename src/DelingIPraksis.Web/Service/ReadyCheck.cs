using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DelingIPraksis.Web.Service;

/// <summary>
/// Ready when a room answers and a row can be written to the disk. Both are really tried. Not ready while the service is stopping.
/// </summary>
/// <remarks>
/// Anybody may call it. So calls within a second share one answer, and the answer does not depend on anything that others can create or
/// change.
/// </remarks>
internal sealed class ReadyCheck(IRooms rooms, Database database, StoreHealth health, TimeProvider time, IHostApplicationLifetime lifetime)
    : IHealthCheck
{
    /// <summary>How long an answer is reused. Each new answer costs a write to the disk, and all other writes wait for it.</summary>
    public static readonly TimeSpan CacheDuration = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Id<Gathering> _nobodys = new(Guid.CreateVersion7());
    private long _asked;
    private Task<HealthCheckResult>? _asking;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The pages check this before they reconnect, and must not reconnect to a service that is stopping.
        if (lifetime.ApplicationStopping.IsCancellationRequested) return Task.FromResult(HealthCheckResult.Unhealthy());
        lock (_gate)
        {
            if (_asking is { } asking && (!asking.IsCompleted || time.GetElapsedTime(_asked) < CacheDuration)) return asking;
            _asked = time.GetTimestamp();
            return _asking = AskAsync();
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            // The room of a gathering that does not exist: it reads the log, refuses, and writes nothing.
            var answer = await rooms.SubmitAsync(_nobodys, new Actor.Stranger(), new Change.ClockPaused(), Guid.CreateVersion7());
            if (answer is not Reply.Refused) return HealthCheckResult.Unhealthy();
            await database.WriteAsync(context => context.NoteAsync(HousekeepingNote.Probe, Invariant.Value(time.GetUtcNow())));
            // A gathering with a broken log does not make the service unavailable to the others. The answer reports it, and is still 200.
            return health.Faults.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy(exception: fault);
        }
    }
}
