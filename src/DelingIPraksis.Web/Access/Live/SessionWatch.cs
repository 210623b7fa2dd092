using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Seats;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// Ends connections whose session was ended by another process: the command line can close accounts beside the running service.
/// </summary>
internal sealed class SessionWatch(LiveConnections live, Sessions sessions, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task LookAsync()
    {
        if (live.Sessions is not { Count: > 0 } open) return;
        try
        {
            var standing = await sessions.StillOpenAsync(open);
            if (open.Any(session => !standing.Contains(session)))
                live.SignOut(user => VisitorClaims.SessionOf(user) is { } session && open.Contains(session) && !standing.Contains(session));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            // Tried again at the next check.
        }
    }
}
