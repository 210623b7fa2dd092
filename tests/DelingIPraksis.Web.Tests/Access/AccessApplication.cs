using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>One running application for all tests of access; each test makes gatherings of its own.</summary>
public sealed class AccessApplication : IAsyncDisposable
{
    public const string Password = "fjorden er blå i dag";

    public TestApplication Web { get; } = new TestApplication(settings: ("Access:SignInsPerAddress", "1000")).Start();

    internal Browser Browser() => new(Web.Address);

    internal T Get<T>() where T : notnull => Web.Services.GetRequiredService<T>();

    /// <summary>A gathering with a code.</summary>
    internal async Task<(TestGathering Gathering, DoorCode Code)> GivenOpenDoorAsync(params string[] parties)
    {
        var gathering = await Web.Rooms.GivenGatheringAsync(parties);
        return (gathering, await Get<JoinCodes>().IssueAsync(gathering.Id));
    }

    internal async Task<AppUser> GivenAccountAsync()
    {
        await using var scope = Web.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@kommune.example";
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Kari" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        Assert.True(made.Succeeded);
        return user;
    }

    internal async Task<Browser> GivenSignedInAsync(AppUser? user = null)
    {
        var browser = Browser();
        user ??= await GivenAccountAsync();
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", Password));
        return browser;
    }

    internal Task<Gathering> ReadAsync(TestGathering gathering) => Web.Rooms.ReadAsync(gathering.Id);

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}

/// <summary>They share the application, so they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class AccessTogether : ICollectionFixture<AccessApplication>
{
    public const string Name = "Access";
}
