using System.Net;
using System.Net.WebSockets;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class OriginTests(AccessApplication application)
{
    private const string Missing = "(none)";

    public static readonly TheoryData<string> Foreign = [
        "null", "http://evil.example", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost:HERE",
        "http://127.0.0.1:HERE.evil.example",
        "http://evil.example#http://127.0.0.1:HERE",
        "http://127.0.0.1:HERE/",
        "http://user@127.0.0.1:HERE",
        "file://",
        "ftp://127.0.0.1:HERE",
        "http://127.0.0.1:HERE, http://evil.example",
    ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Refuses_a_live_connection_that_no_page_of_ours_asks_for(string origin)
    {
        foreach (var path in new[] { "/_blazor/negotiate?negotiateVersion=1", "/live/negotiate?negotiateVersion=1" })
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, path, origin)).Status);
        foreach (var path in new[] { "/_blazor", "/live" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, path, origin)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Delete, path, origin)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, await UpgradeAsync(path, origin));
        }
    }

    [Fact]
    public async Task Whoever_says_nothing_may_ask_for_news_and_no_more()
    {
        foreach (var path in new[] { "/_blazor", "/live" })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await SendAsync(HttpMethod.Post, $"{path}/negotiate?negotiateVersion=1", Missing)).Status
            );
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Delete, path, Missing)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, await UpgradeAsync(path, Missing));
            // Without the token that a page of ours was given there is no connection to have news of.
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, $"{path}?id=none", Missing)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/_blazor/initializers", Missing)).Status);
    }

    [Fact]
    public async Task Opens_a_live_connection_for_a_page_of_ours()
    {
        var own = application.Web.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", own)).Status);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await UpgradeAsync("/_blazor", own));
    }

    [Theory]
    [InlineData("http", "localhost:5080", "http://localhost:5080", true)]
    [InlineData("http", "127.0.0.1:49152", "http://127.0.0.1:49152", true)]
    [InlineData("http", "[::1]:5080", "http://[::1]:5080", true)]
    [InlineData("https", "deling.example", "https://deling.example", true)]
    [InlineData("https", "DELING.example:443", "https://deling.example", true)]
    [InlineData("http", "deling.example", "https://deling.example", true)] // a proxy that has not been named took the TLS off
    [InlineData("https", "deling.example", "http://deling.example", false)]
    [InlineData("https", "deling.example", "https://deling.example:444", false)]
    [InlineData("https", "deling.example", "https://nabo.example", false)]
    [InlineData("https", "deling.example", "https://wall.example", true)] // named in the settings
    [InlineData("https", "deling.example", "http://wall.example", false)]
    [InlineData("http", "10.0.0.7:8080", "https://public.example:8443", true)] // the public address, whatever the proxy made of the host
    [InlineData("http", "10.0.0.7:8080", "https://public.example", false)]
    public void Compares_host_port_and_scheme(string scheme, string host, string origin, bool admitted)
    {
        var request = Request("POST", scheme, host);
        request.Headers.Origin = origin;
        Assert.Equal(admitted, Rule("https://wall.example").AllowsLive(request));
    }

    /// <summary>What browsers send for one and the same request, by kind of browser and network.</summary>
    [Theory]
    [InlineData("GET", null, "same-origin", null, true)] // https, or localhost
    [InlineData("GET", null, null, null, true)] // plain http by another name; Safari before 16.4
    [InlineData("GET", null, null, "http://hall.test/tavle/1", true)]
    [InlineData("GET", null, null, "http://evil.example/", false)]
    [InlineData("GET", null, "same-site", null, false)]
    [InlineData("GET", null, "cross-site", null, false)]
    [InlineData("POST", "http://hall.test", null, null, true)]
    [InlineData("DELETE", "http://hall.test", "same-origin", null, true)]
    [InlineData("POST", "http://hall.test", "cross-site", null, false)]
    [InlineData("POST", "null", "same-origin", null, true)] // the reader has forbidden Referer
    [InlineData("POST", "null", null, null, false)]
    [InlineData("POST", null, null, null, false)]
    public void Admits_what_browsers_send_from_our_own_pages(string method, string? origin, string? fetched, string? referer, bool admitted)
    {
        var request = Request(method, "http", "hall.test");
        if (origin is not null) request.Headers.Origin = origin;
        if (fetched is not null) request.Headers["Sec-Fetch-Site"] = fetched;
        if (referer is not null) request.Headers.Referer = referer;
        Assert.Equal(admitted, Rule().AllowsLive(request));
    }

    [Theory]
    [InlineData("http://hall.test", true)]
    [InlineData("http://evil.example", false)]
    [InlineData(null, false)]
    public void A_web_socket_is_opened_by_its_origin_whatever_else_is_said(string? origin, bool admitted)
    {
        var request = Request("GET", "http", "hall.test");
        request.Headers.Connection = "keep-alive, Upgrade";
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        if (origin is not null) request.Headers.Origin = origin;
        Assert.Equal(admitted, Rule().AllowsLive(request));
    }

    private static Origins Rule(params string[] others) =>
        new(Options.Create(new AccessOptions { Origins = others }), new PublicAddress("https://public.example:8443/deling"));

    private static HttpRequest Request(string method, string scheme, string host) =>
        new DefaultHttpContext
        {
            Request =
            {
                Method = method,
                Scheme = scheme,
                Host = new HostString(host),
            },
        }.Request;

    private async Task<Page> SendAsync(HttpMethod method, string path, string origin)
    {
        using var browser = application.Browser();
        using var request = new HttpRequestMessage(method, path);
        if (origin != Missing) request.Headers.TryAddWithoutValidation("Origin", Here(origin));
        return await browser.SendAsync(request);
    }

    private async Task<HttpStatusCode> UpgradeAsync(string path, string origin)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        if (origin != Missing) socket.Options.SetRequestHeader("Origin", Here(origin));
        try
        {
            await socket.ConnectAsync(
                new UriBuilder(application.Web.Address) { Scheme = "ws", Path = path }.Uri,
                TestContext.Current.CancellationToken
            );
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private string Here(string origin) =>
        origin.Replace(
            "HERE",
            application.Web.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
}
