using System.Net;
using DelingIPraksis.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class HeaderTests(AccessApplication application)
{
    [Fact]
    public async Task Every_answer_carries_the_headers_that_close_the_page_to_others()
    {
        using var browser = application.Browser();
        var routes = application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(Address).Distinct().ToList();
        Assert.Contains("/bli-med", routes);
        foreach (var path in routes.Concat(["/", "/finnes-ikke", "/css/base.css", "/_framework/blazor.web.js", "/health/live", "/feil"]))
        {
            var page = await browser.GetAsync(path);
            var policy = page.Header("Content-Security-Policy");
            Assert.True(policy is not null, $"{path} has no policy");
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("base-uri 'self'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
            Assert.Equal("same-origin", page.Header("Referrer-Policy"));
            Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("DENY", page.Header("X-Frame-Options"));
            Assert.NotNull(page.Header("Permissions-Policy"));
            Assert.NotNull(page.Header("Cache-Control"));
            Assert.Null(page.Header("Server"));
            Assert.Null(page.Header("X-Powered-By"));
            Assert.All(page.SetCookies, cookie =>
            {
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    [Fact]
    public async Task What_is_live_is_kept_from_a_browsers_translation_and_what_is_drawn_once_is_not()
    {
        using var browser = await application.GivenSignedInAsync();
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var routes = application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(Address);
        var (live, still) = (0, 0);
        foreach (
            var path in routes
                .Concat([$"/k/{code.Symbols}", $"/samling/{gathering.Id}/konsoll", $"/samling/{gathering.Id}/vegg"])
                .Distinct()
        )
        {
            var html = (await browser.GetAsync(path)).Html;
            if (!html.Contains("<html", StringComparison.Ordinal)) continue;
            var isLive = html.Contains(" autostart=\"false\"", StringComparison.Ordinal);
            Assert.True(isLive == html.Contains(" translate=\"no\"", StringComparison.Ordinal), path);
            Assert.True(isLive == html.Contains("<meta name=\"google\" content=\"notranslate\"", StringComparison.Ordinal), path);
            _ = isLive ? live++ : still++;
        }

        Assert.InRange(live, 3, int.MaxValue);
        Assert.InRange(still, 3, int.MaxValue);
    }

    [Fact]
    public async Task No_page_holds_a_script_of_its_own_text()
    {
        using var browser = await application.GivenSignedInAsync();
        var (_, code) = await application.GivenOpenDoorAsync("A", "B", "C", "D", "E", "F", "G", "H", "I");
        foreach (var path in new[] { "/", "/bli-med", $"/k/{code.Symbols}", "/logg-inn", "/samlinger", "/personvern" })
        {
            var html = (await browser.GetAsync(path)).Html;
            Assert.All(
                System.Text.RegularExpressions.Regex.Matches(html, "<script[^>]*>").Select(script => script.Value),
                script => Assert.Contains(" src=\"", script, StringComparison.Ordinal)
            );
            Assert.DoesNotMatch(@"<[^>]+\son\w+=", html);
            Assert.DoesNotContain(
                "http://",
                html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Behind_a_named_proxy_cookies_are_bound_to_the_secure_host_and_frames_may_be_allowed()
    {
        await using var web = new TestApplication(
            settings: [("Access:Proxies:0", "127.0.0.1"), ("Access:FrameAncestors:0", "https://teams.example")]
        ).Start();
        using var browser = new Browser(web.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logg-inn");
        request.Headers.Host = "deling.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        var page = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("max-age=31536000", page.Header("Strict-Transport-Security"));
        Assert.Contains("wss://deling.example", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://teams.example", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(page.Header("X-Frame-Options"));
        Assert.All(page.SetCookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));

        var seat = await JoinAsync(web, browser);
        Assert.StartsWith("__Host-deltaker=", seat, StringComparison.Ordinal);
        Assert.Contains("secure", seat, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", seat, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_stranger_who_says_that_she_is_a_proxy_is_not_believed()
    {
        using var browser = application.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Contains("ws://", (await browser.SendAsync(request)).Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static async Task<string> JoinAsync(TestApplication web, Browser browser)
    {
        var gathering = await web.Rooms.GivenGatheringAsync("Stad", "Arendal");
        var code = await web.Services.GetRequiredService<DelingIPraksis.Web.Access.Codes.JoinCodes>().IssueAsync(gathering.Id);
        var cookies = "";
        async Task<Page> SendAsync(HttpMethod method, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, $"/k/{code.Symbols}") { Content = content };
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Host = "deling.example";
            if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
            return await browser.SendAsync(request);
        }

        using var fresh = new Browser(web.Address);
        var page = await SendAsync(HttpMethod.Get, null);
        cookies = string.Join("; ", page.SetCookies.Select(cookie => cookie.Split(';')[0]));
        var fields = System
            .Text.RegularExpressions.Regex.Matches(
                page.Html[page.Html.IndexOf("class=\"join\"", StringComparison.Ordinal)..],
                "<input type=\"hidden\"[^>]*>"
            )
            .Take(3)
            .Select(hidden => KeyValuePair.Create(Browser.Attribute(hidden.Value, "name"), Browser.Attribute(hidden.Value, "value")))
            .Append(KeyValuePair.Create("kommune", gathering.Seats[0].Party.ToString()));
        return Assert.Single(
            (await SendAsync(HttpMethod.Post, new FormUrlEncodedContent(fields))).SetCookies,
            cookie => cookie.Contains("deltaker", StringComparison.Ordinal)
        );
    }

    private static string Address(RouteEndpoint route) =>
        "/"
        + System.Text.RegularExpressions.Regex.Replace(
            route.RoutePattern.RawText!.TrimStart('/'),
            @"\{([^}:]*)(:[^}]*)?\}",
            match =>
                match.Value switch
        {
            var guid when guid.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
            var number when number.Contains("int", StringComparison.Ordinal) => "404",
            _ => "x",
        });
}
