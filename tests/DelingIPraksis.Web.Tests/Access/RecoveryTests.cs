using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>The way back in without e-mail, the list of sign-ins, and that a closed account has no way in left.</summary>
[Collection(AccessTogether.Name)]
public sealed partial class RecoveryTests(AccessApplication application)
{
    private const string Wanted = "elva renner stille forbi";

    [Fact]
    public async Task An_administrator_gives_somebody_a_link_that_works_once()
    {
        var lost = await application.GivenAccountAsync();
        using var lostBrowser = await application.GivenSignedInAsync(lost);
        using var administrator = await GivenAdministratorAsync();
        var page = await administrator.GetAsync("/kontoer");
        Assert.Contains(lost.Email!, page.Html, StringComparison.Ordinal);
        var offered = await administrator.SubmitAsync(page, $"konto-{new Id<User>(lost.Id)}", ("hva", "lenke"));
        var link = Link().Match(offered.Html).Value;
        Assert.DoesNotContain("nytt-passord/", (await administrator.GetAsync("/kontoer")).Html, StringComparison.Ordinal);

        using var browser = application.Browser();
        var form = await browser.GetAsync($"/{link}");
        var common = await browser.SubmitAsync(form, "nytt-passord", ("passord", "passordpassord"));
        Assert.Contains("lett å gjette", common.Html, StringComparison.Ordinal);
        var used = await browser.SubmitAsync(common, "nytt-passord", ("passord", Wanted));
        Assert.Equal((HttpStatusCode.SeeOther, "/logg-inn"), (used.Status, Local(used)));

        Assert.Equal(HttpStatusCode.Found, (await lostBrowser.GetAsync("/samlinger")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/{link}")).Status);
        Assert.Equal("/samlinger", Local(await SignInAsync(browser, lost, Wanted)));
    }

    [Fact]
    public async Task A_link_ends_when_another_is_made()
    {
        var recovery = application.Get<Recovery>();
        var user = new Id<User>((await application.GivenAccountAsync()).Id);
        var first = await recovery.OfferAsync(user);
        var second = await recovery.OfferAsync(user);
        Assert.Null(await recovery.FindAsync(first));
        Assert.Equal(user, await recovery.FindAsync(second));
        Assert.Null(await recovery.FindAsync("' or 1=1 --"));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_chooses_the_password()
    {
        var recovery = application.Get<Recovery>();
        var user = await application.GivenAccountAsync();
        var token = await recovery.OfferAsync(new Id<User>(user.Id));
        var used = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => recovery.UseAsync(token, Wanted)));
        Assert.Single(used, result => result is { Succeeded: true });
        Assert.Equal(4, used.Count(result => result is null));
    }

    [Fact]
    public async Task A_closed_account_has_no_way_in_and_a_link_opens_it_again()
    {
        var leaving = await application.GivenAccountAsync();
        using var open = await application.GivenSignedInAsync(leaving);
        using var administrator = await GivenAdministratorAsync();
        var closed = await administrator.SubmitAsync(
            await administrator.GetAsync("/kontoer"), $"konto-{new Id<User>(leaving.Id)}", ("hva", "steng"));
        Assert.Contains("er stengt og logget ut overalt", closed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await open.GetAsync("/samlinger")).Status);
        using var browser = application.Browser();
        Assert.Contains(
            "stemmer ikke", (await SignInAsync(browser, leaving, AccessApplication.Password)).Html, StringComparison.Ordinal);

        var token = await application.Get<Recovery>().OfferAsync(new Id<User>(leaving.Id));
        await browser.SubmitAsync(await browser.GetAsync($"/nytt-passord/{token}"), "nytt-passord", ("passord", Wanted));
        Assert.Equal("/samlinger", Local(await SignInAsync(browser, leaving, Wanted)));
    }

    [Fact]
    public async Task A_session_is_listed_with_its_browser_and_ended_from_another()
    {
        var user = await application.GivenAccountAsync();
        using var here = await application.GivenSignedInAsync(user);
        using var there = await application.GivenSignedInAsync(user);
        var page = await here.GetAsync("/konto");
        Assert.Contains("denne nettleseren", page.Html, StringComparison.Ordinal);
        var other = Assert.Single(EndForm().Matches(page.Html)).Groups[1].Value;

        var ended = await here.SubmitAsync(page, other);

        Assert.Contains("Innloggingen er avsluttet.", ended.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/samlinger")).Status);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/samlinger")).Status);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_account()
    {
        var sessions = application.Get<Sessions>();
        var (mine, theirs) = (new Id<User>(Guid.NewGuid()), new Id<User>(Guid.NewGuid()));
        var session = await sessions.BeginAsync(theirs, "Firefox, Windows");
        await sessions.EndAsync(mine, session);
        Assert.Equal("Firefox, Windows", Assert.Single(await sessions.OfAsync(theirs)).Browser);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36", "Chrome, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1", "Safari, iPhone")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData(null, "")]
    public void A_browser_is_called_by_its_make_and_its_system(string? says, string called) => Assert.Equal(called, BrowserName.Of(says));

    private async Task<Browser> GivenAdministratorAsync()
    {
        var user = await application.GivenAccountAsync();
        await using var scope = application.Web.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        await users.AddClaimAsync((await users.FindByIdAsync(user.Id.ToString()))!, Administrators.Claim);
        return await application.GivenSignedInAsync(user);
    }

    private static async Task<Page> SignInAsync(Browser browser, AppUser user, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", password));

    private static string Local(Page page) => new Uri(new Uri("http://x/"), page.Location).PathAndQuery;

    [GeneratedRegex("nytt-passord/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();

    [GeneratedRegex("value=\"(avslutt-[0-9a-f]{32})\"")]
    private static partial Regex EndForm();
}
