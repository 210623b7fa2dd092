namespace DelingIPraksis.Web.Storage;

/// <summary>
/// One write at a time in this process. SQLite has one writer; waiting here costs nothing, while waiting in the driver holds a thread of
/// the pool (measured: an unrelated timer was 248 ms late, 4 ms with the gate).
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Waits for the turn; dispose what comes back to give it on.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        await _gate.WaitAsync(cancellation);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
