using System.Net;
using System.Net.WebSockets;
using DelingIPraksis.Web.Access.Security;
using Microsoft.AspNetCore.Http;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class OriginTests(AccessApplication application)
{
    private const string Missing = "(none)";

    public static readonly TheoryData<string> Foreign = [
        Missing, "", "null", "http://evil.example", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost:HERE", "http://127.0.0.1:HERE.evil.example",
        "http://evil.example#http://127.0.0.1:HERE", "http://127.0.0.1:HERE/", "http://user@127.0.0.1:HERE", "file://", "ftp://127.0.0.1:HERE", "http://127.0.0.1:HERE, http://evil.example"];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Refuses_a_live_connection_that_no_page_of_ours_asks_for(string origin)
    {
        foreach (var path in new[] { "/_blazor/negotiate?negotiateVersion=1", "/live/negotiate?negotiateVersion=1" })
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, path, origin)).Status);
        foreach (var path in new[] { "/_blazor", "/live" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, path, origin)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, await UpgradeAsync(path, origin));
        }
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
    public void Compares_host_port_and_scheme(string scheme, string host, string origin, bool admitted)
    {
        var request = new DefaultHttpContext { Request = { Method = "POST", Scheme = scheme, Host = new HostString(host) } }.Request;
        request.Headers.Origin = origin;
        Assert.Equal(admitted, new Origins(["https://wall.example"]).Admits(request));
    }

    [Fact]
    public void Takes_the_browsers_word_for_a_fetch_from_the_same_place_but_never_for_an_upgrade()
    {
        var request = new DefaultHttpContext { Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost") } }.Request;
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        Assert.True(new Origins([]).Admits(request));
        request.Headers.Connection = "Upgrade";
        Assert.False(new Origins([]).Admits(request));
        request.Headers.Remove("Connection");
        request.Headers["Sec-Fetch-Site"] = "same-site";
        Assert.False(new Origins([]).Admits(request));
    }

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
        if (origin is not ("" or Missing)) socket.Options.SetRequestHeader("Origin", Here(origin));
        try
        {
            await socket.ConnectAsync(new UriBuilder(application.Web.Address) { Scheme = "ws", Path = path }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private string Here(string origin) => origin.Replace("HERE", application.Web.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
