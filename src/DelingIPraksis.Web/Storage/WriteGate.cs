namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Allows one write at a time in this process. SQLite has one writer. Waiting here is free, while waiting in the driver blocks a pool
/// thread (measured: an unrelated timer was 248 ms late, 4 ms with the gate).
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _timesHeld;

    /// <summary>How many writes have timed out because another program locked the database.</summary>
    internal int TimesLocked => Volatile.Read(ref _timesHeld);

    /// <summary>Waits for the turn. Dispose the result to release it.</summary>
    /// <exception cref="IOException">The write before this one found that another program locks the database.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        var before = TimesLocked;
        await _gate.WaitAsync(cancellation);
        if (before == TimesLocked) return new Turn(_gate);
        _gate.Release();
        throw new DatabaseLockedException();
    }

    /// <summary>
    /// Reports that another program locks the database, after the current write has waited for the full time. The writes in the queue have
    /// waited as long, and must not wait again one after the other.
    /// </summary>
    public void ReportLocked() => Interlocked.Increment(ref _timesHeld);

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
