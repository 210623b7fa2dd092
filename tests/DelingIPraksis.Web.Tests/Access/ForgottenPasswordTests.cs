using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>The way back in by e-mail, with a real mail server: nobody learns who has an account, and a link works once.</summary>
public sealed partial class ForgottenPasswordTests : IAsyncLifetime
{
    private const string Old = "fjorden er blå i dag";
    private const string Wanted = "elva renner stille forbi";

    private readonly MailServer _mail = MailServer.Started();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly TestApplication _web;
    private Browser _browser = null!;

    public ForgottenPasswordTests() => _web = new TestApplication(
        time: _time, settings: [.. _mail.Settings, ("Deling:Address", "http://localhost/"), ("Access:SignInsPerAddress", "1000")]);

    public ValueTask InitializeAsync()
    {
        _web.Start();
        _browser = new Browser(_web.Address);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _web.DisposeAsync();
        _mail.Dispose();
    }

    [Fact]
    public async Task A_link_comes_by_e_mail_works_once_and_signs_out_everywhere()
    {
        var kari = await GivenAccountAsync("kari@kommune.example");
        var session = await _web.Services.GetRequiredService<Sessions>().BeginAsync(new(kari.Id));
        var unknown = await AskAsync("ingen@kommune.example");
        var known = await AskAsync("kari@kommune.example");
        Assert.Equal(
            unknown.Html.Replace("ingen@", "kari@", StringComparison.Ordinal), known.Html, WithoutTokens.Comparer);
        var link = await LinkInLetterAsync("kari@kommune.example");

        var form = await _browser.GetAsync(link);
        Assert.Contains("Passnøkler og kode fra app er som før", form.Html, StringComparison.Ordinal);
        var common = await _browser.SubmitAsync(form, "nytt-passord", ("passord", "passordpassord"));
        Assert.Contains("lett å gjette", common.Html, StringComparison.Ordinal);
        var used = await _browser.SubmitAsync(common, "nytt-passord", ("passord", Wanted));
        Assert.Equal(HttpStatusCode.SeeOther, used.Status);
        Assert.Empty(await _web.Services.GetRequiredService<Sessions>().StillOpenAsync([session]));
        var again = await _browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("Be om en ny", again.Html, StringComparison.Ordinal);
        Assert.EndsWith("samlinger", (await SignInAsync("kari@kommune.example", Wanted)).Location, StringComparison.Ordinal);
        Assert.Single(_mail.Taken);
    }

    [Fact]
    public async Task A_link_is_gone_after_an_hour_and_for_a_closed_account()
    {
        var recovery = _web.Services.GetRequiredService<Recovery>();
        var user = await GivenAccountAsync("ola@kommune.example");
        var token = _web.Services.GetRequiredService<EmailedLink>().Make(user);
        Assert.Equal(new Id<User>(user.Id), await recovery.FindAsync(token));
        Assert.Null(await recovery.FindAsync(token[..^2]));
        _time.Advance(EmailedLink.Lifetime);
        Assert.Null(await recovery.UseAsync(token, Wanted));

        var later = _web.Services.GetRequiredService<EmailedLink>().Make(user);
        await recovery.CloseAsync(new(user.Id));
        Assert.Null(await recovery.FindAsync(later));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_chooses_the_password()
    {
        var recovery = _web.Services.GetRequiredService<Recovery>();
        var token = _web.Services.GetRequiredService<EmailedLink>().Make(await GivenAccountAsync("lag@kommune.example"));
        var used = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => recovery.UseAsync(token, Wanted)));
        Assert.Single(used, result => result is { Succeeded: true });
        Assert.Equal(4, used.Count(result => result is null));
    }

    [Fact]
    public async Task Nobody_fills_a_mailbox_and_a_closed_account_gets_no_letter()
    {
        await GivenAccountAsync("full@kommune.example");
        var closed = await GivenAccountAsync("stengt@kommune.example");
        await _web.Services.GetRequiredService<Recovery>().CloseAsync(new(closed.Id));
        await AskAsync("stengt@kommune.example");
        for (var i = 0; i < 5; i++) await AskAsync("full@kommune.example");
        // They are taken in order, so all before it have been looked at when this one has come.
        await GivenAccountAsync("sist@kommune.example");
        await AskAsync("sist@kommune.example");
        await LinkInLetterAsync("sist@kommune.example");
        await Until.SoAsync(() => _mail.Taken.Count >= 4);
        Assert.Equal(
            ["full@kommune.example", "full@kommune.example", "full@kommune.example", "sist@kommune.example"],
            _mail.Taken.Select(taken => taken.To).Order());
    }

    [Fact]
    public async Task What_is_no_address_is_told_and_without_a_server_the_page_says_whom_to_ask()
    {
        Assert.Contains("ikke en e-postadresse", (await AskAsync("kari")).Html, StringComparison.Ordinal);
        await using var without = new TestApplication(settings: [("Service:ControllerName", "Stad kommune")]).Start();
        using var browser = new Browser(without.Address);
        var page = await browser.GetAsync("/logg-inn/glemt");
        Assert.Contains("Be den som administrerer tjenesten", page.Html, StringComparison.Ordinal);
        Assert.Contains("Stad kommune", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"epost\"", page.Html, StringComparison.Ordinal);
    }

    private async Task<Page> AskAsync(string email) =>
        await _browser.SubmitAsync(await _browser.GetAsync("/logg-inn/glemt"), "glemt", ("epost", email));

    private async Task<Page> SignInAsync(string email, string password) =>
        await _browser.SubmitAsync(await _browser.GetAsync("/logg-inn"), "logg-inn", ("epost", email), ("passord", password));

    private async Task<AppUser> GivenAccountAsync(string email)
    {
        await using var scope = _web.Services.CreateAsyncScope();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Kari" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Old)).Succeeded);
        return user;
    }

    private async Task<string> LinkInLetterAsync(string to)
    {
        await Until.SoAsync(() => _mail.Taken.Any(taken => taken.To == to));
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_mail.Taken.First(taken => taken.To == to).Text));
        return Link().Match((await MimeMessage.LoadAsync(text)).TextBody!).Value;
    }

    [GeneratedRegex("/nytt-passord/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    /// <summary>Two answers are the same when only the tokens against forgery differ.</summary>
    private sealed partial class WithoutTokens : IEqualityComparer<string>
    {
        public static readonly WithoutTokens Comparer = new();

        public bool Equals(string? x, string? y) => Token().Replace(x!, "") == Token().Replace(y!, "");

        public int GetHashCode(string obj) => 0;

        [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|nonce[^>]*|<!--.*?-->")]
        private static partial Regex Token();
    }
}
