namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Writes what rooms have to store: all that waits at the same time in one transaction. Fifty rooms that write at once wait for one write
/// to the disk, and not for fifty in a row.
/// </summary>
/// <remarks>Each room has one write here at a time, so what it stores keeps its order.</remarks>
/// <param name="database">Where it is stored.</param>
internal sealed class GroupCommit(Database database)
{
    /// <summary>The most that a room waits for others: some milliseconds.</summary>
    private const int MostAtOnce = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = [];
    private bool _writing;

    /// <summary>Stores with the others that wait. Returns when it is durable. When it throws, nothing of it is stored.</summary>
    /// <param name="write">Adds to the context; it may be asked twice.</param>
    /// <exception cref="DatabaseLockedException">Another program locks the database, and the one in front has waited for it.</exception>
    public Task WriteAsync(Func<AppDbContext, Task> write)
    {
        var waiting = new Waiting(write);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (_writing) return waiting.Done.Task;
            _writing = true;
        }

        _ = Task.Run(WriteAllAsync);
        return waiting.Done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } turn) await WriteAsync(turn);
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> turn)
    {
        try
        {
            await database.WriteAsync(async context =>
            {
                foreach (var waiting in turn) await waiting.Write(context);
            });
            foreach (var waiting in turn) waiting.Done.TrySetResult();
        }
        catch (Exception fault) when (turn.Count == 1 || !StoreFault.IsOfWhatWasWritten(fault))
        {
            foreach (var waiting in turn) waiting.Done.TrySetException(fault);
            // Those behind have waited as long as these, and must not wait again one after the other.
            if (StoreFault.IsLocked(fault)) RefuseAll();
        }
        catch (Exception)
        {
            // One of them cannot be stored. Each by itself shows which, and the others are not hindered by it.
            foreach (var waiting in turn) await WriteAsync([waiting]);
        }
    }

    private List<Waiting> Next()
    {
        lock (_lock)
        {
            var turn = new List<Waiting>();
            while (turn.Count < MostAtOnce && _waiting.TryDequeue(out var next)) turn.Add(next);
            _writing = turn.Count > 0;
            return turn;
        }
    }

    private void RefuseAll()
    {
        lock (_lock)
            while (_waiting.TryDequeue(out var waiting)) waiting.Done.TrySetException(new DatabaseLockedException());
    }

    private sealed record Waiting(Func<AppDbContext, Task> Write)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
