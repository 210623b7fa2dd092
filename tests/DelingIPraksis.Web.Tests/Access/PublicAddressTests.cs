using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>The service with a public address, in a folder of a host, as a proxy on this machine asks for it.</summary>
public sealed class PublicAddressTests : IAsyncLifetime
{
    private const string Public = "https://kommune.example/deling";
    private readonly TestApplication _web = new(settings: [("Deling:Address", Public)]);
    private Browser _browser = null!;
    private TestGathering _gathering = null!;
    private DoorCode _code;

    public async ValueTask InitializeAsync()
    {
        _web.Start();
        _browser = new Browser(_web.Address);
        _gathering = await _web.Rooms.GivenGatheringAsync("Stad", "Arendal");
        _code = await _web.Services.GetRequiredService<JoinCodes>().IssueAsync(_gathering.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _web.DisposeAsync();
    }

    /// <summary>What proxies make of one and the same request.</summary>
    public static readonly TheoryData<string, string, bool> Proxies = new()
    {
        { "kommune.example", "/deling/k/CODE", false }, // keeps all
        { "kommune.example", "/k/CODE", false }, // takes the folder off
        { "127.0.0.1:HERE", "/k/CODE", false }, // asks for the upstream's own name
        { "127.0.0.1:HERE", "/deling/k/CODE", true }, // and says nothing of what it was asked
    };

    [Theory]
    [MemberData(nameof(Proxies))]
    public async Task Joining_works_whatever_the_proxy_makes_of_the_request(string host, string path, bool says)
    {
        path = path.Replace("CODE", _code.Symbols, StringComparison.Ordinal);
        var page = await SendAsync(HttpMethod.Get, host, path, says);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<base href=\"/deling/\"", page.Html, StringComparison.Ordinal);
        var fields = Regex
            .Matches(page.Html[page.Html.IndexOf("class=\"join\"", StringComparison.Ordinal)..], "<input type=\"hidden\"[^>]*>")
            .Take(3)
            .Select(hidden => KeyValuePair.Create(Browser.Attribute(hidden.Value, "name"), Browser.Attribute(hidden.Value, "value")))
            .Append(KeyValuePair.Create("kommune", _gathering.Seats[0].Party.ToString()));
        var joined = await SendAsync(
            HttpMethod.Post,
            host,
            path,
            says,
            new FormUrlEncodedContent(fields),
            request => request.Headers.Add("Origin", "https://kommune.example")
        );
        Assert.Equal(HttpStatusCode.SeeOther, joined.Status);
        Assert.StartsWith("/deling/tavle/", joined.Location, StringComparison.Ordinal);
        Assert.Contains(
            "path=/deling",
            Assert.Single(joined.SetCookies, cookie => cookie.Contains("deltaker=", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Proxies))]
    public async Task A_live_connection_is_opened_whatever_the_proxy_makes_of_the_request(string host, string path, bool says)
    {
        path = path.Replace("/k/CODE", "/_blazor/negotiate?negotiateVersion=1", StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await SendAsync(
                    HttpMethod.Post,
                    host,
                    path,
                    says,
                    null,
                    request => request.Headers.Add("Origin", "https://kommune.example")
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await SendAsync(HttpMethod.Post, host, path, says, null, request => request.Headers.Add("Origin", "https://evil.example"))
            ).Status
        );
    }

    [Fact]
    public async Task Every_link_that_leaves_the_page_has_the_public_address()
    {
        var browser = new Browser(_web.Address);
        Assert.Contains(
            $"href=\"{Public}/rapporter/atom.xml\"",
            (await browser.GetAsync("/rapporter/atom.xml")).Html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("127.0.0.1", (await browser.GetAsync("/rapporter/atom.xml")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("kommune.example.evil.example")]
    [InlineData("10.9.8.7")]
    public async Task Another_host_is_refused_in_words(string host)
    {
        var page = await SendAsync(HttpMethod.Get, host, "/bli-med", says: false);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Vi bruker en annen adresse", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Public}/\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_answered_to_whoever_asks_from_here(string path)
    {
        foreach (var host in new[] { "127.0.0.1:HERE", "localhost", "kommune.example" })
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, host, path, says: false)).Status);
    }

    [Fact]
    public async Task The_folder_without_its_slash_leads_to_the_front_page()
    {
        var page = await SendAsync(HttpMethod.Get, "kommune.example", "/deling?a=1", says: false);
        Assert.Equal("/deling/?a=1", page.Location);
    }

    [Fact]
    public async Task The_folder_a_proxy_tells_of_is_taken_when_no_address_is_set()
    {
        await using var web = new TestApplication(settings: ("Access:Proxies:0", "127.0.0.1")).Start();
        using var browser = new Browser(web.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bli-med")
        {
            Headers =
            {
                { "X-Forwarded-Prefix", "/deling" },
                { "X-Forwarded-Host", "kommune.example" },
                { "X-Forwarded-Proto", "https" },
            },
        };
        var page = await browser.SendAsync(request);
        Assert.Contains("<base href=\"/deling/\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("wss://kommune.example", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_frames_that_are_allowed_the_cookies_may_be_a_third_partys()
    {
        await using var web = new TestApplication(
            settings: [("Deling:Address", "https://deling.example"), ("Access:FrameAncestors:0", "https://teams.example")]
        ).Start();
        using var browser = new Browser(web.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logg-inn") { Headers = { Host = "deling.example" } };
        var page = await browser.SendAsync(request);
        Assert.NotEmpty(page.SetCookies);
        Assert.All(page.SetCookies, cookie =>
        {
            Assert.Contains("samesite=none", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("partitioned", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private Task<Page> SendAsync(
        HttpMethod method,
        string host,
        string path,
        bool says,
        HttpContent? content = null,
        Action<HttpRequestMessage>? more = null
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Host = host.Replace(
            "HERE",
            _web.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        if (says) request.Headers.Add("X-Forwarded-Proto", "https");
        more?.Invoke(request);
        return _browser.SendAsync(request);
    }
}
