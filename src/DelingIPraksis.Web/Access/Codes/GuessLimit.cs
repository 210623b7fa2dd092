using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// Keeps guessing slow without keeping anybody out. Only unknown codes count, and who has given too many waits in a line instead of being
/// turned away: a whole town hall joins from one address, and one of them may be playing.
/// </summary>
/// <remarks>
/// An address that has given more than <see cref="AccessOptions.UnknownCodesPerAddress"/> unknown codes in ten minutes passes a turnstile
/// of
/// its own, ten tries a second. When the whole service has been given more than <see cref="AccessOptions.UnknownCodesInAll"/>, everybody
/// who
/// has been wrong at least once passes one common turnstile. With 2^40 codes and twenty doors open, fifteen guesses a second need over a
/// hundred years to be right once. The line is bounded: what comes when it is full is told to wait a minute.
/// </remarks>
internal sealed class GuessLimit(IOptions<AccessOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private const int MostAddresses = 100_000;

    private readonly ConcurrentDictionary<IPAddress, Source> _sources = new();
    private readonly SlidingCount _all = new(_window);
    private readonly Turnstile _common = new(TimeSpan.FromSeconds(1.0 / 15));

    /// <summary>Waits for the turn of this address; false when the line is too long.</summary>
    public async Task<bool> AdmitAsync(IPAddress? address)
    {
        if (!_sources.TryGetValue(Network(address), out var source)) return true;
        var now = time.GetUtcNow();
        var wait = source.Unknown.At(now) > options.Value.UnknownCodesPerAddress ? source.Turnstile.Enter(now) : TimeSpan.Zero;
        if (
            wait is not null
            && source.Unknown.At(now) > 0
            && _all.At(now) > options.Value.UnknownCodesInAll
            && _common.Enter(now) is var common
        )
            wait = common is null ? null : TimeSpan.FromTicks(Math.Max(wait.Value.Ticks, common.Value.Ticks));
        if (wait is null) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait.Value, time);
        return true;
    }

    /// <summary>A code was unknown.</summary>
    public void Missed(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_sources.Count >= MostAddresses) Forget(now);
        _sources.GetOrAdd(Network(address), static _ => new Source()).Unknown.Add(now);
        _all.Add(now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, source) in _sources)
            if (source.Unknown.At(now) == 0) _sources.TryRemove(address, out _);
    }

    /// <summary>An IPv6 customer has a whole /64 to guess from, so that is what counts as one address.</summary>
    public static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Source
    {
        public SlidingCount Unknown { get; } = new(_window);

        public Turnstile Turnstile { get; } = new(TimeSpan.FromSeconds(0.1));
    }
}
