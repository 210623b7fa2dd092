using System.Net;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Whether a live connection is opened by a page of ours.</summary>
/// <remarks>
/// The framework opens a circuit for any page on the web, and cookies are no defence against a sibling host. The page must come from the
/// very host that is asked, or from one that is named in the settings. The host itself is fixed by <c>AllowedHosts</c>.
/// </remarks>
internal sealed class Origins(IEnumerable<string> alsoAllowed)
{
    private readonly HashSet<string> _allowed = new(alsoAllowed, StringComparer.OrdinalIgnoreCase);

    public bool Admits(HttpRequest request) => request.Headers.Origin switch
    {
        [{ } origin] => _allowed.Contains(origin) || IsOwn(origin, request),
        // Browsers send no Origin when a page fetches from its own place with GET (long polling), but say so in a header no page can forge.
        [] => HttpMethods.IsGet(request.Method) && !IsUpgrade(request) && request.Headers["Sec-Fetch-Site"] == "same-origin",
        _ => false,
    };

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Behind a proxy that has not been named in the settings we see http where the browser sees https; never the other way round.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && page.UserInfo.Length == 0
        && (page.Scheme == "https" || !request.IsHttps)
        && string.Equals(origin, page.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate($"{page.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var asked)
        && string.Equals(page.Authority, asked.Authority, StringComparison.OrdinalIgnoreCase);

    private static bool IsUpgrade(HttpRequest request) => request.Headers.Connection.ToString().Contains("upgrade", StringComparison.OrdinalIgnoreCase);
}
