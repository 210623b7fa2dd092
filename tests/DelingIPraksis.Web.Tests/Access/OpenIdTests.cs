using System.Net;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>
/// Signing in by the organisation's provider, against a provider that runs as a process of its own: discovery, code flow with PKCE, keys.
/// </summary>
public sealed class OpenIdTests
{
    private const string Back = "/samlinger?side=2";

    [Fact]
    public async Task Who_has_no_account_gets_one_when_that_is_configured_and_is_known_again_by_her_number()
    {
        using var provider = new OpenIdProvider();
        await using var web = await StartAsync(provider, ("NewAccounts", "true"));
        using var browser = new Browser(web.Address);
        Assert.Contains("Logg inn med Skyen", (await browser.GetAsync("/logg-inn")).Html, StringComparison.Ordinal);

        Assert.Equal(Back, await SignInAsync(browser, provider, "1:kari@kommune.example"));
        Assert.Contains("Navn 1, logget inn som kari@kommune.example", (await browser.GetAsync("/konto")).Html, StringComparison.Ordinal);
        using var later = new Browser(web.Address);
        Assert.Equal(Back, await SignInAsync(later, provider, "1:kari.nordmann@kommune.example"));
        Assert.Contains("kari@kommune.example", (await later.GetAsync("/konto")).Html, StringComparison.Ordinal);

        var user = Assert.Single(await UsersAsync(web));
        // The national identity number that the provider sends is kept nowhere.
        Assert.DoesNotContain("01010112345", string.Join(' ', user.Email, user.DisplayName, user.UserName), StringComparison.Ordinal);
        await CloseAsync(web, user);
        using var closed = new Browser(web.Address);
        Assert.Equal("/logg-inn?ekstern=Closed", await SignInAsync(closed, provider, "1:kari@kommune.example"));
        Assert.Contains("Denne kontoen er stengt.", (await closed.GetAsync("/logg-inn?ekstern=Closed")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_an_account_by_claiming_its_address()
    {
        using var provider = new OpenIdProvider();
        await using var web = await StartAsync(provider);
        var user = await GivenAccountAsync(web);
        using var stranger = new Browser(web.Address);
        Assert.Equal("/logg-inn?ekstern=SameAddress", await SignInAsync(stranger, provider, $"7:{user.Email}"));
        Assert.Equal("/logg-inn?ekstern=Unknown", await SignInAsync(stranger, provider, "8:ukjent@kommune.example"));
        Assert.Equal(HttpStatusCode.Found, (await stranger.GetAsync("/samlinger")).Status);
        Assert.Single(await UsersAsync(web));

        // She ties it to her account herself.
        using var browser = new Browser(web.Address);
        await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", AccessApplication.Password));
        Assert.Equal("/konto", await SignInAsync(browser, provider, "7:noe.annet@kommune.example"));
        Assert.Contains("Kontoen er knyttet til Skyen", (await browser.GetAsync("/konto")).Html, StringComparison.Ordinal);
        Assert.Equal(Back, await SignInAsync(stranger, provider, "7:noe.annet@kommune.example"));
    }

    [Fact]
    public async Task A_provider_that_vouches_for_addresses_opens_the_account_with_the_same_address()
    {
        using var provider = new OpenIdProvider();
        await using var web = await StartAsync(provider, ("TrustsEmail", "true"));
        var user = await GivenAccountAsync(web);
        using var browser = new Browser(web.Address);
        Assert.Equal(Back, await SignInAsync(browser, provider, $"9:{user.Email}"));
        Assert.Single(await UsersAsync(web));
    }

    [Fact]
    public async Task Who_says_no_or_comes_without_an_answer_is_told_on_the_page_of_signing_in()
    {
        using var provider = new OpenIdProvider();
        await using var web = await StartAsync(provider);
        using var browser = new Browser(web.Address);
        var sent = await browser.GetAsync("/logg-inn/ekstern");
        var refused = await browser.SendAsync(new(HttpMethod.Get, $"{sent.Location}&nei=1"));
        Assert.Equal("/logg-inn?ekstern=Failed", Local((await browser.SendAsync(new(HttpMethod.Get, refused.Location))).Location!));
        Assert.Equal("/logg-inn?ekstern=Failed", Local((await browser.GetAsync("/logg-inn/ekstern/svar?code=x&state=y")).Location!));
        Assert.Equal("/logg-inn?ekstern=Failed", Local((await browser.GetAsync("/logg-inn/ekstern/ferdig")).Location!));
        Assert.Contains(
            "med Skyen ble ikke fullført", (await browser.GetAsync("/logg-inn?ekstern=Failed")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_was_asked_for_is_required_of_the_answer()
    {
        using var provider = new OpenIdProvider();
        await using var web = await StartAsync(provider, ("NewAccounts", "true"), ("Level", "substantial high"));
        using var browser = new Browser(web.Address);
        // Whoever takes the level out of the address comes back with a lower one.
        Assert.Equal("/logg-inn?ekstern=Failed", await AnswerAsync(browser, "2:lav@kommune.example"));
        Assert.Equal("/logg-inn/ekstern/ferdig", await AnswerAsync(browser, "2:lav@kommune.example&level=high"));

        async Task<string> AnswerAsync(Browser from, string who)
        {
            var sent = await from.GetAsync("/logg-inn/ekstern");
            Assert.Contains("acr_values=substantial", sent.Location, StringComparison.Ordinal);
            var said = await from.SendAsync(new(HttpMethod.Get, $"{sent.Location}&who={who}"));
            return Local((await from.SendAsync(new(HttpMethod.Get, said.Location))).Location!);
        }
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var said = new OpenIdOptionsValidator().Validate(null, new() { Authority = "http://login.kommune.example", Scopes = "email" });
        Assert.Equal(4, said.Failures!.Count());
        Assert.True(new OpenIdOptionsValidator().Validate(null, new()).Succeeded);
    }

    private static async Task<TestApplication> StartAsync(OpenIdProvider provider, params (string Key, string Value)[] settings)
    {
        var web = new TestApplication(settings:
        [
            (Setting("Authority"), provider.Address.ToString()), (Setting("ClientId"), OpenIdProvider.ClientId),
            (Setting("ClientSecret"), OpenIdProvider.ClientSecret), (Setting("Name"), "Skyen"),
            .. settings.Select(setting => (Setting(setting.Key), setting.Value)),
        ]).Start();
        await provider.StartAsync(web.Address);
        return web;

        static string Setting(string key) => $"Authentication:OpenIdConnect:{key}";
    }

    /// <summary>Goes to the provider, gives a name there, and comes back; gives the last address.</summary>
    private static async Task<string> SignInAsync(Browser browser, OpenIdProvider provider, string who)
    {
        var sent = await browser.GetAsync($"/logg-inn/ekstern?retur={Uri.EscapeDataString(Back)}");
        Assert.StartsWith(provider.Address.ToString(), sent.Location, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", sent.Location, StringComparison.Ordinal);
        var said = await browser.SendAsync(new(HttpMethod.Get, $"{sent.Location}&who={Uri.EscapeDataString(who)}"));
        var answered = await browser.SendAsync(new(HttpMethod.Get, said.Location));
        return Local((await browser.GetAsync(Local(answered.Location!))).Location!);
    }

    private static string Local(string location) => new Uri(new Uri("http://x/"), location).PathAndQuery;

    private static async Task<AppUser> GivenAccountAsync(TestApplication web)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@kommune.example";
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Kari" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>()
            .CreateAsync(user, AccessApplication.Password)).Succeeded);
        return user;
    }

    private static async Task<List<AppUser>> UsersAsync(TestApplication web)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Users.ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Task CloseAsync(TestApplication web, AppUser user) =>
        web.Services.GetRequiredService<Recovery>().CloseAsync(new(user.Id));
}
