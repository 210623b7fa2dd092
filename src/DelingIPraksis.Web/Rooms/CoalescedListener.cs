namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Calls a listener on the thread pool, one call at a time. Signals that come during a call become one more call. So a slow listener skips
/// to the newest state and never blocks the caller.
/// </summary>
internal sealed class CoalescedListener(Func<Task> onSignal)
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int RunningAndSignalled = 2;
    private int _state = Idle;

    /// <summary>Signals a change. It costs the caller one atomic operation, and a queued work item when the listener was idle.</summary>
    public void Signal()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state == RunningAndSignalled) return;
            var next = state == Idle ? Running : RunningAndSignalled;
            if (Interlocked.CompareExchange(ref _state, next, state) != state) continue;
            if (state == Idle) ThreadPool.UnsafeQueueUserWorkItem(static listener => _ = listener.RunAsync(), this, preferLocal: false);
            return;
        }
    }

    private async Task RunAsync()
    {
        do
        {
            Interlocked.Exchange(ref _state, Running);
            try
            {
                await onSignal();
            }
            catch (Exception)
            {
                // An exception of one screen must not stop the others. Its own circuit has already reported it.
            }
        }
        while (Interlocked.CompareExchange(ref _state, Idle, Running) != Running);
    }
}
