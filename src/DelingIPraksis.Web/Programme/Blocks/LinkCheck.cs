using System.Net;
using System.Net.Sockets;
using DelingIPraksis.Web.Access.Security;

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

/// <summary>Checks the links to presentations, and never what only the server reaches (<see cref="OutgoingGuard"/>).</summary>
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

    public static HttpMessageHandler Handler() => OutgoingGuard.Handler(redirects: 5);

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
        catch (HttpRequestException fault) when (OutgoingGuard.IsInner(fault))
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

    private static LinkFinding Read(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 400 => LinkFinding.Answers,
        401 or 403 or 407 => LinkFinding.Locked,
        429 => LinkFinding.Answers,
        >= 400 and < 500 => LinkFinding.Gone,
        _ => LinkFinding.OutOfOrder,
    };
}
