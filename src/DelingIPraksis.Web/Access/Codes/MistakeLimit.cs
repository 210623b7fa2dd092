using System.Collections.Concurrent;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// Slows sources that have been wrong too often in ten minutes, each at a turnstile of its own. Refuses only when the line is too long.
/// </summary>
/// <remarks>
/// Not a limiter of System.Threading.RateLimiting: those count requests, and take no clock, so that no test could pass ten minutes
/// (decision 0013).
/// </remarks>
/// <param name="allowed">So many mistakes slow nobody.</param>
/// <param name="distance">The time between two from one source that is slowed.</param>
internal sealed class MistakeLimit<TSource>(int allowed, TimeSpan distance)
    where TSource : notnull
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostSources = 100_000;

    private readonly ConcurrentDictionary<TSource, (SlidingWindowCounter Mistakes, PacedQueue PacedQueue)> _sources = new();

    /// <summary>Whether the source has been wrong lately.</summary>
    public bool Knows(TSource from, DateTimeOffset now) => _sources.TryGetValue(from, out var source) && source.Mistakes.At(now) > 0;

    /// <summary>How long the source must wait, or null when the line is too long.</summary>
    public TimeSpan? Enter(TSource from, DateTimeOffset now) =>
        _sources.TryGetValue(from, out var source) && source.Mistakes.At(now) > allowed ? source.PacedQueue.Enter(now) : TimeSpan.Zero;

    /// <summary>The source was wrong.</summary>
    public void RecordFailure(TSource from, DateTimeOffset now)
    {
        if (_sources.Count >= MostSources) Forget(now);
        _sources.GetOrAdd(from, _ => (new SlidingWindowCounter(Window), new PacedQueue(distance))).Mistakes.Add(now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (from, source) in _sources)
            if (source.Mistakes.At(now) == 0) _sources.TryRemove(from, out _);
    }
}
