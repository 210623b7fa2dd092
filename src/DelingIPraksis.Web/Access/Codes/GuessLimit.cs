using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// Slows guessing of codes without shutting anybody out. Only unknown codes count. An address with too many waits in a queue and is not
/// refused: a whole town hall may join from one address, and one person there may be guessing.
/// </summary>
/// <remarks>
/// An address with more than <see cref="AccessOptions.UnknownCodesPerAddress"/> unknown codes in ten minutes gets a queue of its own, ten
/// attempts a second. When the whole service has got more than <see cref="AccessOptions.UnknownCodesInAll"/>, all addresses with at least
/// one unknown code share one queue. With 2^40 codes and twenty open gatherings, fifteen guesses a second need over a hundred years for one
/// hit. The queue is bounded: when it is full, the caller is told to wait a minute.
/// </remarks>
internal sealed class GuessLimit(IOptions<AccessOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private const int MostAddresses = 100_000;

    private readonly ConcurrentDictionary<IPAddress, Source> _sources = new();
    private readonly SlidingCount _all = new(_window);
    private readonly Turnstile _common = new(TimeSpan.FromSeconds(1.0 / 15));

    /// <summary>Waits for the turn of this address; false when the queue is full.</summary>
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

    /// <summary>Counts an unknown code.</summary>
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

    /// <summary>An IPv6 customer has a whole /64 network, so that counts as one address.</summary>
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
