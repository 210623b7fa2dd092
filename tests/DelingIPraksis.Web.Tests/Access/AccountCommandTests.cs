using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>The way back for an account, by command, beside a service that runs.</summary>
public sealed class AccountCommandTests : IAsyncDisposable
{
    private const string Email = "kari@kommune.example";
    private readonly TestApplication _web = TestApplication.Started();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_lost_password_is_replaced_and_a_closed_account_opens_nothing_and_can_be_forgotten()
    {
        var user = await GivenFirstAsync();
        using var browser = new Browser(_web.Address);
        await SignInAsync(browser, AccessApplication.Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);
        Assert.Equal((ExitCode.Done, $"{Email}\tKari\t0 samlinger\tadministrator"), await RunAsync("list"));

        var (done, said) = await RunAsync("reset", Email);
        Assert.Equal(ExitCode.Done, done);
        var password = said.Split('\n')[0].Split(": ")[1].Trim();
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/samlinger")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(browser, AccessApplication.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser, password)).Status);

        Assert.Equal(ExitCode.Failed, (await RunAsync("erase", Email)).ExitCode);
        Assert.Equal(ExitCode.Done, (await RunAsync("close", Email)).ExitCode);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/samlinger")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(browser, password)).Status);
        Assert.Contains("stengt", (await RunAsync("list")).Said, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await RunAsync("erase", Email)).ExitCode);
        Assert.DoesNotContain("Kari", (await RunAsync("list")).Said, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await _web.Services.GetRequiredService<IAccountNames>().OfAsync([new Id<User>(user.Id)]));
    }

    [Fact]
    public async Task What_is_wrong_is_said()
    {
        await GivenFirstAsync();
        Assert.Equal(ExitCode.Failed, (await RunAsync("close", "ingen@kommune.example")).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await RunAsync("remove", Email)).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await RunAsync()).ExitCode);
    }

    [Fact]
    public async Task Another_administrator_can_be_appointed()
    {
        await GivenFirstAsync();
        await using var scope = _web.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        await users.CreateAsync(
            new AppUser
            {
                Id = Guid.CreateVersion7(),
                UserName = "b@kommune.example",
                Email = "b@kommune.example",
                DisplayName = "Bjørn",
            },
            AccessApplication.Password
        );
        using var browser = new Browser(_web.Address);
        await SignInAsync(browser, AccessApplication.Password, "b@kommune.example");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/kommuneregister")).Status);
        Assert.Equal(ExitCode.Done, (await RunAsync("administrator", "b@kommune.example")).ExitCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/kommuneregister")).Status);
    }

    private async Task<AppUser> GivenFirstAsync()
    {
        var first = _web.Services.GetRequiredService<FirstOrganiser>();
        return (await first.MakeAsync((await first.OfferAsync())!, "Kari", Email, AccessApplication.Password))!.Value.User;
    }

    private static async Task<Page> SignInAsync(Browser browser, string password, string email = Email) =>
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", email), ("passord", password));

    private async Task<(int ExitCode, string Said)> RunAsync(params string[] what)
    {
        var (code, said) = await ApplicationProcess.RunToEndAsync(["account", .. what, "--data", _web.Data]);
        return (code, said.Trim());
    }
}
