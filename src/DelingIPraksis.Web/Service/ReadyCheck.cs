using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DelingIPraksis.Web.Service;

/// <summary>Ready when a room answers and a text can be written to the disk, both tried for real, and not when it is stopping.</summary>
internal sealed class ReadyCheck(IRooms rooms, IDrafts drafts, TimeProvider time, IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly Id<Gathering> _nowhere = new(Guid.Empty);
    private static readonly Id<Person> _nobody = new(Guid.Empty);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The pages ask before they come back, and must not come back to a service that is on its way out.
        if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy();
        try
        {
            // A change to a gathering that does not exist is refused by the room after it has read the log, and leaves nothing behind.
            var answer = await rooms.SubmitAsync(_nowhere, new Actor.Application(), new Change.ClockPaused(), Guid.CreateVersion7());
            if (answer is not Reply.Refused) return HealthCheckResult.Unhealthy();
            await drafts.KeepAsync(_nobody, "health", time.GetUtcNow().ToString("O"));
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy(exception: fault);
        }
    }
}
