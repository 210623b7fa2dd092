using DelingIPraksis.Web.Access;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>
/// Takes a copy when it is time, and each month tries to restore the newest. It keeps no timetable: what is due is read from the folder, so
/// that a copy that was due while the service was down is taken at the start.
/// </summary>
internal sealed class CopyService(CopyTaker copies, RestoreTrial trial, TimeProvider time, ILogger<CopyService> logger) : BackgroundService
{
    /// <summary>The longest time between two looks; also the time to the next try after a fault.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (copies.Folder is null) return;
        var pause = copies.Every < Pause ? copies.Every : Pause;
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            do await LookAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            if (copies.IsDue) await copies.TakeAsync();
            if (await trial.IsDueAsync()) await trial.RunAsync();
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault) || CopyFaults.Is(fault))
        {
            // The folder or the database cannot be read now. Both are looked at again.
            OperationsLog.CopiesNotLookedAt(logger, fault);
        }
    }
}
