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

    /// <summary>The place answers, and says that there is nothing.</summary>
    Gone,

    /// <summary>The place answers, and says that it is out of order.</summary>
    OutOfOrder,

    /// <summary>Nobody answers, or not in time.</summary>
    Silent,

    /// <summary>It is an address of an inner network, which is never asked.</summary>
    Inner,
}

/// <summary>
/// Asks whether presentations are where they are said to be. Asked by the server, so an address could be made to reach what only the server
/// reaches: inner addresses are refused where the connection is made, after the name is looked up and at every redirection.
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
        // A proxy would look the name up by itself, past the guard.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(4),
        MaxResponseHeadersLength = 32,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>What each address answers; a few are asked at a time.</summary>
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

    /// <summary>What one address answers.</summary>
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
            // Some places answer only when they are asked for the thing itself; its body is never read.
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
    /// Whether an address is one that the whole net may reach: not this machine, not the inner network, not the provider's own services.
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
        // The addresses that were looked at are the ones that are connected to: the name is not asked for a second time.
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

/// <summary>The address is of an inner network.</summary>
internal sealed class InnerAddressException() : IOException("The address is of an inner network.");
