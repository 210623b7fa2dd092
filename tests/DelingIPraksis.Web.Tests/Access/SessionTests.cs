using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>Signing out ends what was opened by signing in: the cookie, its copies, and the live connections.</summary>
[Collection(AccessTogether.Name)]
public sealed class SessionTests(AccessApplication application)
{
    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out()
    {
        using var browser = await application.GivenSignedInAsync();
        using var copy = browser.Beside();
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/samlinger")).Status);
        await browser.SubmitAsync(await browser.GetAsync("/samlinger"), "/logg-ut");
        Assert.Equal(HttpStatusCode.Found, (await copy.GetAsync("/samlinger")).Status);
    }

    [Fact]
    public async Task An_open_live_connection_is_cut_by_signing_out()
    {
        var user = await application.GivenAccountAsync();
        using var browser = new Support.Browser(application.Web.Address);
        await browser.SignInAsync(user.Email!, AccessApplication.Password);
        await using var live = browser.Live();
        var closed = new TaskCompletionSource();
        live.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await live.StartAsync(TestContext.Current.CancellationToken);
        var gathering = await application.Web.Rooms.GivenGatheringAsync();
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id,
            new Actor.Application(),
            new Change.StaffAppointed(new(user.Id), Role.Facilitator)
        );
        Assert.NotNull(await live.InvokeAsync<LiveView?>("WatchAsStaff", gathering.Id.Value, TestContext.Current.CancellationToken));

        await application.Get<Sessions>().EndAllAsync(new Id<User>(user.Id));

        await closed.Task;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_browser_keeps_the_cookie_when_it_is_closed_only_if_it_was_asked_to(bool remembered)
    {
        using var browser = application.Browser();
        var user = await application.GivenAccountAsync();
        (string, string)[] typed = [("epost", user.Email!), ("passord", AccessApplication.Password)];
        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"),
            "logg-inn",
            remembered ? [.. typed, ("husk", "ja")] : typed
        );
        var cookie = answer.SetCookies.Single(cookie => cookie.StartsWith(AccountSetup.Cookie, StringComparison.Ordinal));
        Assert.Equal(remembered, cookie.Contains("expires", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_browser_and_keeps_this_one()
    {
        const string Wanted = "elva renner stille forbi";
        var user = await application.GivenAccountAsync();
        using var browser = await application.GivenSignedInAsync(user);
        using var other = await application.GivenSignedInAsync(user);

        var wrong = await browser.SubmitAsync(
            await browser.GetAsync("/konto"),
            "passord",
            ("na", "ikke dette passordet"),
            ("nytt", Wanted)
        );
        Assert.Contains("Dette er ikke passordet du har nå.", wrong.Html, StringComparison.Ordinal);
        Assert.Contains(
            "lett å gjette",
            (
                await browser.SubmitAsync(
                    await browser.GetAsync("/konto"),
                    "passord",
                    ("na", AccessApplication.Password),
                    ("nytt", "passordpassord")
                )
            ).Html,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/samlinger")).Status);
        var changed = await browser.SubmitAsync(
            await browser.GetAsync("/konto"),
            "passord",
            ("na", AccessApplication.Password),
            ("nytt", Wanted)
        );

        Assert.Contains("Passordet er byttet", changed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);
        Assert.Equal(HttpStatusCode.Found, (await other.GetAsync("/samlinger")).Status);
        Assert.Equal("/samlinger", new Uri(application.Web.Address, (await SignInAsync(other, user, Wanted)).Location!).AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        var user = await application.GivenAccountAsync();
        using var browser = await application.GivenSignedInAsync(user);
        using var other = await application.GivenSignedInAsync(user);
        var answer = await browser.SubmitAsync(await browser.GetAsync("/konto"), "overalt");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        foreach (var there in new[] { browser, other }) Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/samlinger")).Status);
    }

    private static async Task<Page> SignInAsync(Browser browser, Web.Storage.AppUser user, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", password));
}
