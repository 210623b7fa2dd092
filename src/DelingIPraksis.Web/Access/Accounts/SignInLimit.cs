using System.Collections.Concurrent;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Slows password guessing without locking anybody out. Wrong passwords are counted for one account and one source: an address, or a
/// browser that has signed in to it before. Attempts from other sources slow nobody else.
/// </summary>
/// <remarks>An account that does not exist is counted like one that does, so that the delay reveals nothing.</remarks>
internal sealed class SignInLimit(IOptions<AccessOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private const int MostSources = 100_000;

    private readonly ConcurrentDictionary<(string From, string Account), Source> _sources = new();

    /// <summary>Waits for the turn; false when the queue is full.</summary>
    public async Task<bool> AdmitAsync(string from, string account)
    {
        if (!_sources.TryGetValue((from, account), out var source)) return true;
        var now = time.GetUtcNow();
        if (source.Wrong.At(now) < options.Value.WrongPasswords) return true;
        if (source.Turnstile.Enter(now) is not { } wait) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        return true;
    }

    /// <summary>Counts a wrong password.</summary>
    public void Missed(string from, string account)
    {
        var now = time.GetUtcNow();
        if (_sources.Count >= MostSources) Forget(now);
        _sources.GetOrAdd((from, account), static _ => new Source()).Wrong.Add(now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, source) in _sources)
            if (source.Wrong.At(now) == 0) _sources.TryRemove(key, out _);
    }

    private sealed class Source
    {
        public SlidingCount Wrong { get; } = new(_window);

        // At most 28,800 attempts a day, and common passwords are not allowed.
        public Turnstile Turnstile { get; } = new(TimeSpan.FromSeconds(3));
    }
}
