using System.Net;
using System.Net.Sockets;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Requests that the server makes to addresses that people have written. Hazard: such an address could be made to reach what only the
/// server reaches. Private addresses are refused when it connects, after the name is resolved and at every redirect.
/// </summary>
internal static class OutgoingGuard
{
    /// <summary>A handler that reaches only what everybody reaches.</summary>
    /// <param name="redirects">How many redirects it follows.</param>
    /// <param name="opened">Receivers in an inner network that the administrator has opened.</param>
    public static SocketsHttpHandler Handler(int redirects, Func<DnsEndPoint, bool>? opened = null) => new()
    {
        AllowAutoRedirect = redirects > 0,
        MaxAutomaticRedirections = Math.Max(1, redirects),
        UseCookies = false,
        // A proxy would resolve the name itself, without this check.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(4),
        MaxResponseHeadersLength = 32,
        ConnectCallback = (context, cancelled) => ConnectAsync(context.DnsEndPoint, opened, cancelled),
    };

    /// <summary>
    /// Whether an address is public: not this machine, not a private network, not the cloud provider's own services.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Only 2000::/3 is given out. Of that, 2002::/16 and 2001::/23 carry an older address inside or are for protocols, and
            // 2001:db8::/32 and 3fff::/20 are for books.
            return (bytes[0] & 0xE0) == 0x20
                && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0 or 1, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] or [0x3F, 0xFF, <= 0x0F, ..]);
        }

        return bytes switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            // The second is the platform's own in Azure, and lies among public addresses.
            [169, 254, ..] or [168, 63, 129, 16] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..]
            or [192, 0, 0, _]
            or [192, 0, 2, _]
            or [192, 88, 99, _]
            or [198, 18 or 19, ..]
            or [198, 51, 100, _]
            or [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }

    /// <summary>Whether a request failed because its address is of an inner network.</summary>
    public static bool IsInner(HttpRequestException fault) =>
        fault.InnerException is InnerAddressException || fault is { InnerException.InnerException: InnerAddressException };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<DnsEndPoint, bool>? opened, CancellationToken cancelled)
    {
        // It connects to the addresses that were checked. The name is not resolved a second time.
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancelled);
        if (addresses.Length == 0 || !(opened?.Invoke(to) == true || (to.Port is 80 or 443 && addresses.All(IsPublic))))
            throw new InnerAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is in a private network.</summary>
internal sealed class InnerAddressException() : IOException("The address is of an inner network.");
