using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Who made the browser send a request, as far as the browser tells.</summary>
internal enum Sender
{
    /// <summary>A page of ours, or the reader's own hand.</summary>
    Ours,

    /// <summary>A page of somebody else's.</summary>
    Foreign,

    /// <summary>The request does not say: no browser, an old one, or one that is told to keep still.</summary>
    Unsaid,
}

/// <summary>
/// Whether a request was sent by a page of ours. docs/decisions/0008 has the table of what browsers send, and why this is the rule.
/// </summary>
/// <remarks>
/// The framework opens a circuit for any page on the web, and cookies are no defence against a sibling host. <c>Sec-Fetch-Site</c> cannot
/// be forged by
/// a page, but is sent only where the page was fetched securely, and not by Safari before 16.4: over plain http there is only
/// <c>Origin</c>,
/// and for GET not even that.
/// </remarks>
internal sealed class Origins(IOptions<AccessOptions> options, PublicAddress address)
{
    private readonly HashSet<string> _alsoLive = new(options.Value.Origins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who sent a request.</summary>
    public Sender SenderOf(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => Sender.Ours,
        "" => ByOrigin(request),
        _ => Sender.Foreign,
    };

    /// <summary>Whether a live connection may be opened, asked for its news, or closed by this request.</summary>
    public bool AdmitsLive(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin is [{ } named] && _alsoLive.Contains(named)) return true;
        // A foreign page may open a WebSocket to anywhere, and only Origin is sent by all browsers then.
        if (IsUpgrade(request)) return origin is [{ } opener] && IsOwn(opener, request);
        // Long polling asks by GET, with a token that was handed out to a page of ours. Browsers add no Origin to that.
        return SenderOf(request) switch
        {
            Sender.Ours => true,
            Sender.Unsaid => HttpMethods.IsGet(request.Method) && origin.Count == 0,
            _ => false,
        };
    }

    private Sender ByOrigin(HttpRequest request) => request.Headers.Origin switch
    {
        // What a page without an origin sends, and any page whose reader has forbidden Referer.
        ["null"] => Sender.Unsaid,
        [{ } origin] => IsOwn(origin, request) ? Sender.Ours : Sender.Foreign,
        [] when request.Headers.Referer is [{ } referer] => IsOwn(OriginOf(referer), request) ? Sender.Ours : Sender.Foreign,
        [] => Sender.Unsaid,
        _ => Sender.Foreign,
    };

    private bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, address.Origin, StringComparison.OrdinalIgnoreCase) || IsOfHost(origin, request);

    // Behind a proxy that has not been named in the settings we see http where the browser sees https; never the other way round.
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
