using System.Net;
using DelingIPraksis.Web.Live;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR.Client;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A participant leaves: this browser, and every copy of its cookie, forgets the seat; the words stay.</summary>
[Collection(AccessTogether.Name)]
public sealed class LeavingTests(AccessApplication application)
{
    [Fact]
    public async Task One_who_leaves_is_unknown_in_this_browser_and_in_copies_of_its_cookie_and_stays_in_the_gathering()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var stad = await JoinAsync(browser, code.Symbols, gathering.Seats[0].Party.ToString());
        using var copy = browser.Beside();
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync($"/tavle/{stad}/min-lenke")).Status);

        var left = await browser.SubmitAsync(await browser.GetAsync($"/tavle/{stad}/ga-ut"), "ga-ut");

        Assert.Contains("Du har gått ut", left.Html, StringComparison.Ordinal);
        // The script that takes the words out of the browser, and offers those that were not sent (tests/js/forget-person.test.mjs).
        Assert.Contains($"<dip-forget data-person=\"{stad}\">", left.Html, StringComparison.Ordinal);
        Assert.Contains("/shell/forget-person.js\"", left.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie is { Name: "deltaker", Expired: false });
        foreach (var there in new[] { browser, copy })
            Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/tavle/{stad}/min-lenke")).Status);
        Assert.Contains(await application.ReadAsync(gathering) is var now ? now.People.Keys : [], person => person.ToString() == stad);
    }

    [Fact]
    public async Task The_other_seats_of_the_browser_stay()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var stad = await JoinAsync(browser, code.Symbols, gathering.Seats[0].Party.ToString());
        var arendal = await JoinAsync(browser, code.Symbols, gathering.Seats[1].Party.ToString());
        await browser.SubmitAsync(await browser.GetAsync($"/tavle/{stad}/ga-ut"), "ga-ut");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/tavle/{stad}/min-lenke")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/tavle/{arendal}/min-lenke")).Status);
    }

    [Fact]
    public async Task An_open_live_connection_of_that_browser_is_cut()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = new Support.Browser(application.Web.Address);
        var person = await browser.JoinAsync(code.Symbols, gathering.Seats[0].Party);
        await using var live = browser.Live();
        var closed = new TaskCompletionSource();
        live.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await live.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await live.InvokeAsync<LiveView?>("Watch", person.Value, TestContext.Current.CancellationToken));
        using var same = application.Browser();
        same.Take(browser.Cookies.GetAllCookies());
        await same.SubmitAsync(await same.GetAsync($"/tavle/{person}/ga-ut"), "ga-ut");
        await closed.Task;
    }

    [Fact]
    public async Task A_cookie_of_an_older_edition_opens_its_seat_and_can_be_given_up()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var joined = application.Browser();
        var stad = await JoinAsync(joined, code.Symbols, gathering.Seats[0].Party.ToString());
        var older = application
            .Get<IDataProtectionProvider>()
            .CreateProtector("DelingIPraksis.Seats.v1")
            .ToTimeLimitedDataProtector()
            .Protect(stad, TimeSpan.FromDays(30));
        using var browser = application.Browser();
        browser.Take([new Cookie("deltaker", older, "/", application.Web.Address.Host)]);
        using var copy = browser.Beside();
        await browser.SubmitAsync(await browser.GetAsync($"/tavle/{stad}/ga-ut"), "ga-ut");
        foreach (var there in new[] { browser, copy })
            Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/tavle/{stad}/min-lenke")).Status);
        Assert.Equal(HttpStatusCode.OK, (await joined.GetAsync($"/tavle/{stad}/min-lenke")).Status);
    }

    private static async Task<string> JoinAsync(Browser browser, string code, string party)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync($"/k/{code}"), "bli-med", ("kommune", party));
        return answer.Location!.Split('?')[0].Split('/')[^1];
    }
}
