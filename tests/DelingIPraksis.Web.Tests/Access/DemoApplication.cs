using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Demo;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A service with its demo, a first organiser, and one that was invited later.</summary>
public sealed class DemoApplication : IAsyncLifetime
{
    public TestApplication Web { get; } =
        new TestApplication(demo: true, settings: [("Access:SignInsPerAddress", "1000"), ("Access:DemosPerAddress", "1000")]).Start();

    internal AppUser First { get; private set; } = null!;

    internal AppUser Invited { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var link = await Get<FirstOrganiser>().OfferAsync();
        First = (await Get<FirstOrganiser>().MakeAsync(link!, "Astrid", "astrid@kommune.example", AccessApplication.Password))!.Value.User;
        await using var scope = Web.Services.CreateAsyncScope();
        Invited = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = "bjorn@kommune.example",
            Email = "bjorn@kommune.example",
            DisplayName = "Bjørn",
        };
        Assert.True(
            (
                await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(Invited, AccessApplication.Password)
            ).Succeeded
        );
    }

    internal Browser Browser() => new(Web.Address);

    internal T Get<T>() where T : notnull => Web.Services.GetRequiredService<T>();

    internal Task<Browser> GivenSignedInAsync(AppUser user) => SignedInAsync(user.Email!, AccessApplication.Password);

    internal Task<Browser> GivenDemoAccountAsync() => SignedInAsync(DemoAccount.Email, Get<DemoGatherings>().Password);

    /// <summary>Somebody who has pressed «Prøv selv».</summary>
    internal async Task<Browser> GivenVisitorAsync()
    {
        var browser = Browser();
        await browser.SubmitAsync(await browser.GetAsync("/prov"), "/prov/ny");
        return browser;
    }

    private async Task<Browser> SignedInAsync(string email, string password)
    {
        var browser = Browser();
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", email), ("passord", password));
        return browser;
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}
