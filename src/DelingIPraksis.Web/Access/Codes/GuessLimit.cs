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
    private readonly MistakeLimit<IPAddress> _sources = new(options.Value.UnknownCodesPerAddress, TimeSpan.FromSeconds(0.1));
    private readonly SlidingWindowCounter _all = new(MistakeLimit<IPAddress>.Window);
    private readonly PacedQueue _common = new(TimeSpan.FromSeconds(1.0 / 15));

    /// <summary>Waits for the turn of this address; false when the queue is full.</summary>
    public async Task<bool> AdmitAsync(IPAddress? address)
    {
        var (from, now) = (Network(address), time.GetUtcNow());
        if (_sources.Enter(from, now) is not { } own) return false;
        var common = _sources.Knows(from, now) && _all.At(now) > options.Value.UnknownCodesInAll ? _common.Enter(now) : TimeSpan.Zero;
        if (common is not { } shared) return false;
        var wait = own > shared ? own : shared;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        return true;
    }

    /// <summary>Counts an unknown code.</summary>
    public void RecordFailure(IPAddress? address)
    {
        var now = time.GetUtcNow();
        _sources.RecordFailure(Network(address), now);
        _all.Add(now);
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
}
