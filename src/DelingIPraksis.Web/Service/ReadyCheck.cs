using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DelingIPraksis.Web.Service;

/// <summary>Ready when a room answers and a note can be written to the disk, both tried for real, and not when it is stopping.</summary>
/// <remarks>
/// Anybody may ask, so those who ask within a second share one answer, and nothing that anybody else can make or change has a part in it.
/// </remarks>
internal sealed class ReadyCheck(IRooms rooms, Database database, StoreHealth health, TimeProvider time, IHostApplicationLifetime lifetime)
    : IHealthCheck
{
    /// <summary>How long an answer stands. Each costs a write to the disk, and everybody else who writes waits for it.</summary>
    public static readonly TimeSpan CacheDuration = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Id<Gathering> _nobodys = new(Guid.CreateVersion7());
    private long _asked;
    private Task<HealthCheckResult>? _asking;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The pages ask before they come back, and must not come back to a service that is on its way out.
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
            // A room that nobody has made: it reads the log, refuses, and leaves nothing behind.
            var answer = await rooms.SubmitAsync(_nobodys, new Actor.Stranger(), new Change.ClockPaused(), Guid.CreateVersion7());
            if (answer is not Reply.Refused) return HealthCheckResult.Unhealthy();
            await database.WriteAsync(context => context.NoteAsync(HousekeepingNote.Probe, Invariant.Value(time.GetUtcNow())));
            // A gathering whose log is broken does not take the others out of service; the answer says so, and is still 200.
            return health.Faults.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy(exception: fault);
        }
    }
}
