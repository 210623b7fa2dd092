namespace DelingIPraksis.Web.Storage;

/// <summary>
/// One write at a time in this process. SQLite has one writer; waiting here costs nothing, while waiting in the driver holds a thread of
/// the pool (measured: an unrelated timer was 248 ms late, 4 ms with the gate).
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _timesHeld;

    /// <summary>How many writes have waited for another program in vain.</summary>
    internal int TimesHeld => Volatile.Read(ref _timesHeld);

    /// <summary>Waits for the turn; dispose what comes back to give it on.</summary>
    /// <exception cref="IOException">The write that was waited for found that another program holds the database.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        var before = TimesHeld;
        await _gate.WaitAsync(cancellation);
        if (before == TimesHeld) return new Turn(_gate);
        _gate.Release();
        throw new DatabaseHeldException();
    }

    /// <summary>
    /// Says that another program holds the database, after the one whose turn it is has waited for it as long as anybody should. Those who
    /// stand behind
    /// have waited as long, and are not to wait again one after the other.
    /// </summary>
    public void SayHeld() => Interlocked.Increment(ref _timesHeld);

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
