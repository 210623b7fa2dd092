using System.Net;
using System.Net.Sockets;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>What an address answered.</summary>
public enum LinkFinding
{
    /// <summary>It is there.</summary>
    Answers,

    /// <summary>It is there, for those who have signed in.</summary>
    Locked,

    /// <summary>The server replies that it does not exist.</summary>
    Gone,

    /// <summary>The server replies with an error.</summary>
    OutOfOrder,

    /// <summary>No reply, or not in time.</summary>
    Silent,

    /// <summary>It is an address of a private network, and is never requested.</summary>
    Inner,
}

/// <summary>
/// Checks the links to presentations. Hazard: the server makes the request, so an address could be made to reach what only the server
/// reaches. Private addresses are refused when it connects, after the name is resolved and at every redirect.
/// </summary>
internal sealed class LinkCheck(HttpClient client)
{
    private const int AtOnce = 4;
    private const int Most = 200;

    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(8);
        client.MaxResponseContentBufferSize = 1024;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("DelingIPraksis-lenkesjekk/1.0");
    }

    public static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 5,
        UseCookies = false,
        // A proxy would resolve the name itself, without this check.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(4),
        MaxResponseHeadersLength = 32,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Checks each address, a few at a time.</summary>
    public async Task<Dictionary<Uri, LinkFinding>> FindAsync(IReadOnlyList<Uri> addresses)
    {
        using var turns = new SemaphoreSlim(AtOnce);
        var found = await Task.WhenAll(addresses.Take(Most).Select(async address =>
        {
            await turns.WaitAsync();
            try
            {
                return (address, finding: await FindAsync(address));
            }
            finally
            {
                turns.Release();
            }
        }));
        return found.ToDictionary(one => one.address, one => one.finding);
    }

    /// <summary>Checks one address.</summary>
    public async Task<LinkFinding> FindAsync(Uri address)
    {
        try
        {
            using var head = await client.SendAsync(new(HttpMethod.Head, address), HttpCompletionOption.ResponseHeadersRead);
            if (
                head.StatusCode
                is not (
                    HttpStatusCode.MethodNotAllowed
                    or HttpStatusCode.NotImplemented
                    or HttpStatusCode.BadRequest
                    or HttpStatusCode.Forbidden
                    or HttpStatusCode.NotFound
                )
            )
                return Read(head.StatusCode);
            // Some servers reply only to GET. The body is never read.
            using var whole = await client.SendAsync(new(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead);
            return Read(whole.StatusCode);
        }
        catch (HttpRequestException fault)
            when (fault.InnerException is InnerAddressException || fault is { InnerException.InnerException: InnerAddressException })
        {
            return LinkFinding.Inner;
        }
        catch (Exception fault)
            when (fault
                    is HttpRequestException
                        or TaskCanceledException
                        or IOException
                        or SocketException
                        or InvalidOperationException
                        or UriFormatException
            )
        {
            return LinkFinding.Silent;
        }
    }

    /// <summary>
    /// Whether an address is public: not this machine, not a private network, not the cloud provider's own services.
    /// </summary>
    internal static bool IsPublic(IPAddress address)
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

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var port = context.DnsEndPoint.Port;
        // It connects to the addresses that were checked. The name is not resolved a second time.
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancelled);
        if (port is not (80 or 443) || addresses.Length == 0 || !addresses.All(IsPublic)) throw new InnerAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static LinkFinding Read(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 400 => LinkFinding.Answers,
        401 or 403 or 407 => LinkFinding.Locked,
        429 => LinkFinding.Answers,
        >= 400 and < 500 => LinkFinding.Gone,
        _ => LinkFinding.OutOfOrder,
    };
}

/// <summary>The address is in a private network.</summary>
internal sealed class InnerAddressException() : IOException("The address is of an inner network.");
