using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Which site made the browser send a request, as far as the browser says.</summary>
internal enum Sender
{
    /// <summary>A page of ours, or the user directly.</summary>
    Ours,

    /// <summary>A page of another site.</summary>
    Foreign,

    /// <summary>The request does not say: it comes from no browser, an old one, or one with a strict privacy setting.</summary>
    Unsaid,
}

/// <summary>
/// Decides whether a page of ours sent a request. docs/decisions/0008 has the table of what browsers send, and the reasons.
/// </summary>
/// <remarks>
/// The framework opens a circuit for any page on the web, and cookies do not protect against a host of the same domain. A page cannot forge
/// <c>Sec-Fetch-Site</c>, but browsers send it only for pages that were fetched securely, and Safari not before 16.4. Over plain http there
/// is only <c>Origin</c>, and for GET not even that.
/// </remarks>
internal sealed class Origins(IOptions<AccessOptions> options, PublicAddress address)
{
    private readonly HashSet<string> _alsoLive = new(options.Value.Origins, StringComparer.OrdinalIgnoreCase);

    public Sender SenderOf(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => Sender.Ours,
        "" => ByOrigin(request),
        _ => Sender.Foreign,
    };

    /// <summary>Whether this request may open, poll or close a live connection.</summary>
    public bool AllowsLive(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin is [{ } named] && _alsoLive.Contains(named)) return true;
        // A foreign page may open a WebSocket to any host, and Origin is the only header that all browsers send with it.
        if (IsUpgrade(request)) return origin is [{ } opener] && IsOwn(opener, request);
        // Long polling uses GET, with a token that a page of ours got. Browsers send no Origin with it.
        return SenderOf(request) switch
        {
            Sender.Ours => true,
            Sender.Unsaid => HttpMethods.IsGet(request.Method) && origin.Count == 0,
            _ => false,
        };
    }

    private Sender ByOrigin(HttpRequest request) => request.Headers.Origin switch
    {
        // Sent by a page without an origin, and by any page whose user has disabled Referer.
        ["null"] => Sender.Unsaid,
        [{ } origin] => IsOwn(origin, request) ? Sender.Ours : Sender.Foreign,
        [] when request.Headers.Referer is [{ } referer] => IsOwn(OriginOf(referer), request) ? Sender.Ours : Sender.Foreign,
        [] => Sender.Unsaid,
        _ => Sender.Foreign,
    };

    /// <summary>Whether an origin is that of the service, as this request reached it.</summary>
    public bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, address.Origin, StringComparison.OrdinalIgnoreCase) || IsOfHost(origin, request);

    // Behind an unconfigured proxy we see http where the browser sees https, never the other way round.
    private static bool IsOfHost(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && page.UserInfo.Length == 0
        && (page.Scheme == "https" || !request.IsHttps)
        && string.Equals(origin, page.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate($"{page.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var asked)
        && string.Equals(page.Authority, asked.Authority, StringComparison.OrdinalIgnoreCase);

    private static string OriginOf(string referer) =>
        Uri.TryCreate(referer, UriKind.Absolute, out var page) ? page.GetLeftPart(UriPartial.Authority) : "";

    private static bool IsUpgrade(HttpRequest request) =>
        request.Headers.Connection.ToString().Contains("upgrade", StringComparison.OrdinalIgnoreCase);
}
