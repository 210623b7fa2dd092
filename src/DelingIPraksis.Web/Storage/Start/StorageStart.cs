namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Locks the data folder and prepares the database before anything else starts. When it cannot be prepared, the start is refused with a
/// sentence, and nothing is changed.
/// </summary>
internal sealed class StorageStart(DataFolder folder, IStore store, StoreHealth health, ILogger<StorageStart> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        folder.Take();
        await store.PrepareAsync(cancellationToken);
        foreach (var path in folder.Close()) StorageLog.TooWide(logger, path);
        health.Faults = await store.GapsAsync();
        foreach (var fault in health.Faults) StorageLog.FaultAtStart(logger, fault);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs last: lets go of the database and of the folder.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await store.ReleaseAsync();
        folder.Dispose();
    }
}
