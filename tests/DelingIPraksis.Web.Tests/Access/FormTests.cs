using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>
/// Forms as browsers send them: from our own pages whoever is signed in meanwhile, and never from a page of somebody else's.
/// </summary>
[Collection(AccessTogether.Name)]
public sealed class FormTests(AccessApplication application)
{
    /// <summary>
    /// A form that was drawn for a stranger, sent when somebody has signed in; with what a browser says of itself over https, and over
    /// http.
    /// </summary>
    [Theory]
    [InlineData("Origin", "OWN")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Referer", "OWN/tavle/1")]
    public async Task A_form_that_was_drawn_before_somebody_signed_in_is_taken(string header, string value)
    {
        using var browser = application.Browser();
        var drawn = await browser.GetAsync("/personvern");
        var user = await application.GivenAccountAsync();
        await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"),
            "logg-inn",
            ("epost", user.Email!),
            ("passord", AccessApplication.Password)
        );
        var token = Regex.Match(drawn.Html, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (
                await SendAsync(
                    browser,
                    $"/{Addresses.LanguageForm}",
                    header,
                    value,
                    ("value", "nn"),
                    ("returnUrl", "/personvern"),
                    ("__RequestVerificationToken", token)
                )
            ).Status
        );
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Referer", "https://evil.example/side")]
    public async Task A_page_of_somebody_else_can_send_none_of_our_forms(string header, string value)
    {
        using var browser = await application.GivenSignedInAsync();
        await browser.GetAsync("/samlinger");
        var posts = application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
                && !endpoint.RoutePattern.RawText!.StartsWith("/_", StringComparison.Ordinal)
            )
            .Select(endpoint => Path(endpoint.RoutePattern)).Distinct().ToList();
        Assert.Contains("/logg-ut", posts);
        foreach (var path in posts)
        {
            var page = await SendAsync(browser, path, header, value, ("value", "nn"), ("_handler", "ny-samling"), ("tittel", "Andres ord"));
            Assert.True(page.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path} answered {page.Status}");
            Assert.DoesNotContain(page.SetCookies, cookie => cookie.StartsWith("sprak", StringComparison.Ordinal));
            // Handed back on our own page, it would be ours to send.
            Assert.DoesNotContain("Andres ord", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);
    }

    [Fact]
    public async Task The_demo_is_not_pressed_by_a_sibling_host()
    {
        await using var web = TestApplication.Started(demo: true);
        using var browser = new Browser(web.Address);
        await browser.GetAsync("/prov");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/prov/ny") { Headers = { { "Origin", "http://nabo.example" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).Status);
        using var own = new HttpRequestMessage(HttpMethod.Post, "/prov/ny")
        {
            Headers = { { "Origin", web.Address.GetLeftPart(UriPartial.Authority) } },
        };
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(own)).Status);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(900)]
    public async Task A_list_of_names_that_nobody_knows_is_made_to_a_gathering(int names)
    {
        using var organiser = await application.GivenSignedInAsync();
        (string, string)[] filled =
        [
            ("tittel", "Mange navn"),
            ("nettverk", "Nettverket"),
            ("dato", "2027-01-12"),
            ("tema", "ombruk"),
            ("mal", "full"),
            ("deltakere", string.Join('\n', Unknown(names))),
        ];
        var asked = await organiser.SubmitAsync(await organiser.GetAsync("/samlinger"), "ny-samling", filled);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var made = await organiser.SubmitAsync(asked, "ny-samling", [.. filled, .. Unknown(names).Select(name => ("med", name))]);
        Assert.Contains("/konsoll", made.Location ?? made.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_said_in_words()
    {
        using var organiser = await application.GivenSignedInAsync();
        var page = await organiser.SubmitAsync(
            await organiser.GetAsync("/samlinger"),
            "ny-samling",
            ("deltakere", new string('a', 1_200_000))
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("Det du sendte, er for stort", page.Html, StringComparison.Ordinal);

        using var file = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[34_000_000]), "fil", "stor.json" },
            { new StringContent("hent-inn"), "_handler" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/samlinger/hent-inn")
        {
            Content = file,
            Headers = { { "Origin", application.Web.Address.GetLeftPart(UriPartial.Authority) } },
        };
        Assert.Contains("32 MB", (await organiser.SendAsync(request)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_fields_are_said_in_words()
    {
        using var browser = application.Browser();
        var page = await SendAsync(
            browser,
            "/logg-inn",
            "Origin",
            "OWN",
            [.. Enumerable.Range(0, 9_000).Select(number => ($"f{number}", "x")), ("_handler", "logg-inn")]
        );
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Vi fikk ikke lest det som kom", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_handed_back_when_the_form_is_not_taken()
    {
        await using var web = new TestApplication(settings: ("Access:FormsPerAddress", "1")).Start();
        using var browser = new Browser(web.Address);
        var page = await browser.GetAsync("/personvern");
        await browser.SubmitAsync(page, Addresses.LanguageForm, ("value", "nb"));
        using var second = new HttpRequestMessage(HttpMethod.Post, "/samlinger?a=1")
        {
            Content = new FormUrlEncodedContent([new("tittel", "Ord & <ord>"), new("passord", "hemmelig ord")]),
        };
        var refused = await browser.SendAsync(second);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Litt for mange forsøk", refused.Html, StringComparison.Ordinal);
        Assert.Contains("action=\"samlinger?a=1\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<textarea name=\"tittel\" hidden>Ord & <ord></textarea>", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig ord", refused.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/logg-ut")]
    [InlineData("/innstillinger/sprak")]
    public async Task The_address_of_a_button_says_that_there_is_nothing_to_see(string path)
    {
        using var browser = application.Browser();
        var page = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
        Assert.Contains("Her er det ikke noe å se", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_is_answered_as_get_is_everywhere()
    {
        using var browser = await application.GivenSignedInAsync();
        var gets = application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => Path(endpoint.RoutePattern))
            .Where(path => !path.StartsWith("/_blazor", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(gets.Count > 25);
        foreach (var path in gets.Append("/").Append("/css/base.css").Append("/finnes-ikke"))
        {
            var got = await browser.GetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            var head = await browser.SendAsync(request);
            Assert.True(got.Status == head.Status, $"{path}: GET {got.Status}, HEAD {head.Status}");
            Assert.Equal((path, ""), (path, head.Html));
        }
    }

    private static IEnumerable<string> Unknown(int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"Ukjent sted {number}"));

    private static string Path(RoutePattern route) => "/" + Regex.Replace(route.RawText!.TrimStart('/'), @"\{([^}:]*)(:[^}]*)?\}", match =>
            match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
            : match.Value.Contains("int", StringComparison.Ordinal) ? "404"
            : "x"
    );

    private async Task<Page> SendAsync(
        Browser browser,
        string path,
        string header,
        string value,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.TryAddWithoutValidation(
            header,
            value.Replace("OWN", application.Web.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        );
        return await browser.SendAsync(request);
    }
}
