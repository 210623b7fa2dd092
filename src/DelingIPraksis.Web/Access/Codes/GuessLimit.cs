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
    private readonly MistakeLimit<IPAddress> _sources = new(options.Value.UnknownCodesPerAddress, TimeSpan.FromSeconds(0.1));
    private readonly SlidingCount _all = new(MistakeLimit<IPAddress>.Window);
    private readonly Turnstile _common = new(TimeSpan.FromSeconds(1.0 / 15));

    /// <summary>Waits for the turn of this address; false when the line is too long.</summary>
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

    /// <summary>A code was unknown.</summary>
    public void Missed(IPAddress? address)
    {
        var now = time.GetUtcNow();
        _sources.Missed(Network(address), now);
        _all.Add(now);
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
}
