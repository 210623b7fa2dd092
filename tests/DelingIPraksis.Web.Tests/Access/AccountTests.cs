using System.Net;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public class AccountTests(AccessApplication application)
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back_to_where_she_was_going()
    {
        using var browser = application.Browser();
        var user = await application.GivenAccountAsync();
        var sent = await browser.GetAsync("/samlinger?side=2");
        Assert.Equal("/logg-inn?retur=%2Fsamlinger%3Fside%3D2", sent.Location);

        var signedIn = await browser.SubmitAsync(
            await browser.GetAsync(sent.Location!),
            "logg-inn",
            ("epost", user.Email!),
            ("passord", AccessApplication.Password)
        );

        Assert.Equal((HttpStatusCode.SeeOther, "/samlinger?side=2"), (signedIn.Status, Local(signedIn)));
        Assert.Contains("Mine samlinger", (await browser.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"samlinger\"", (await browser.GetAsync("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_place_after_signing_in(string address)
    {
        using var browser = application.Browser();
        var user = await application.GivenAccountAsync();
        var page = await browser.GetAsync($"/logg-inn?retur={Uri.EscapeDataString(address)}");
        var signedIn = await browser.SubmitAsync(page, "logg-inn", ("epost", user.Email!), ("passord", AccessApplication.Password));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        Assert.Equal(application.Web.Address.Authority, new Uri(signedIn.Address, signedIn.Location).Authority);
    }

    [Fact]
    public async Task Wrong_address_and_wrong_password_get_the_same_answer_beside_the_field()
    {
        using var browser = application.Browser();
        var user = await application.GivenAccountAsync();
        foreach (
            var (email, password) in new[]
            {
                (user.Email!, "ikke dette passordet"),
                ("ingen@kommune.example", AccessApplication.Password),
                (user.Email!, new string('x', 5_000)),
                ("'; drop table", ""),
            }
        )
        {
            var page = await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", email), ("passord", password));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("E-posten eller passordet stemmer ikke.", page.Html, StringComparison.Ordinal);
            Assert.Contains($"value=\"{email}\"", page.Html, StringComparison.Ordinal);
            if (password.Length > 0) Assert.DoesNotContain(password, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_locks_another_out_by_wrong_passwords()
    {
        var user = await application.GivenAccountAsync();
        // She has signed in with this browser before.
        using var known = await application.GivenSignedInAsync(user);
        await known.SubmitAsync(await known.GetAsync("/samlinger"), "/logg-ut");
        using var stranger = application.Browser();
        var page = await stranger.GetAsync("/logg-inn");
        for (var tries = 0; tries < 9; tries++)
            page = await stranger.SubmitAsync(page, "logg-inn", ("epost", user.Email!), ("passord", "ikke dette passordet"));
        Assert.Contains("E-posten eller passordet stemmer ikke.", page.Html, StringComparison.Ordinal);

        var signedIn = await known.SubmitAsync(
            await known.GetAsync("/logg-inn"),
            "logg-inn",
            ("epost", user.Email!),
            ("passord", AccessApplication.Password)
        );

        Assert.Equal("/samlinger", Local(signedIn));
    }

    [Fact]
    public async Task Signing_out_is_a_form_and_never_a_link()
    {
        using var browser = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync("logg-ut")).Status);
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "logg-ut") { Content = empty })).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);

        var gone = await browser.SubmitAsync(await browser.GetAsync("/samlinger"), "logg-ut");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (gone.Status, Local(gone)));
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/samlinger")).Status);
    }

    [Fact]
    public async Task The_first_organiser_is_made_once_by_the_link_that_was_printed_last()
    {
        await using var web = TestApplication.Started();
        var first = web.Services.GetRequiredService<FirstOrganiser>();
        var older = await first.OfferAsync();
        var link = $"/forste/{await first.OfferAsync()}";
        using var browser = new Browser(web.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/forste/{older}")).Status);

        var refused = await FillInAsync(browser, link, "for kort");
        Assert.Contains("Passordet må ha minst 12 tegn, dette har 8.", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"kari@kommune.example\"", refused.Html, StringComparison.Ordinal);

        var form = await browser.GetAsync(link);
        var made = await browser.SubmitAsync(
            form,
            "forste",
            ("navn", "Kari"),
            ("epost", "kari@kommune.example"),
            ("passord", AccessApplication.Password)
        );
        Assert.Equal("/samlinger", Local(made));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);

        using var other = new Browser(web.Address);
        var again = await other.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("Denne lenken er brukt opp", again.Html, StringComparison.Ordinal);
        Assert.Null(await first.OfferAsync());
    }

    [Fact]
    public async Task Of_two_who_use_the_first_organisers_link_at_once_one_gets_an_account()
    {
        await using var web = TestApplication.Started();
        var first = web.Services.GetRequiredService<FirstOrganiser>();
        var token = (await first.OfferAsync())!;
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number => first.MakeAsync(token, "Kari", $"kari{number}@kommune.example", AccessApplication.Password))
        );
        Assert.Single(made, account => account is { Result.Succeeded: true });
        Assert.Equal(5, made.Count(account => account is null));
    }

    [Fact]
    public async Task Signing_in_is_limited_for_each_address()
    {
        await using var web = new TestApplication(settings: ("Access:SignInsPerAddress", "5")).Start();
        using var browser = new Browser(web.Address);
        var page = await browser.GetAsync("/logg-inn");
        // All at once: the limit gives one more every few seconds, however slow the machine is.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync()));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/logg-inn")).Status);

        Task<Page> TryAsync() =>
            browser.SubmitAsync(page, "logg-inn", ("epost", "ingen@kommune.example"), ("passord", "ikke dette passordet"));
    }

    private static string Local(Page page) => new Uri(page.Address, page.Location).PathAndQuery;

    private static async Task<Page> FillInAsync(Browser browser, string link, string password) =>
        await browser.SubmitAsync(
            await browser.GetAsync(link),
            "forste",
            ("navn", "Kari"),
            ("epost", "kari@kommune.example"),
            ("passord", password)
        );
}
