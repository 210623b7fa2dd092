using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>One running application for all tests of access; each test makes gatherings of its own.</summary>
public class AccessApplication : IAsyncDisposable
{
    public const string Password = "fjorden er blå i dag";

    /// <summary>An application on SQLite.</summary>
    public AccessApplication()
        : this("")
    {
    }

    /// <summary>An application on a database.</summary>
    /// <param name="database">How PostgreSQL is reached; empty for SQLite.</param>
    protected AccessApplication(string database) =>
        Web = new TestApplication(settings: [("Access:SignInsPerAddress", "1000"), ("Deling:Database", database)]).Start();

    public TestApplication Web { get; }

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

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>They share the application, so they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class AccessTogether : ICollectionFixture<AccessApplication>
{
    public const string Name = "Access";
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class AccessOnPostgres() : AccessApplication(PostgresServer.NewDatabase());

/// <summary>They share the application on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class AccessOnPostgresTogether : ICollectionFixture<AccessOnPostgres>
{
    public const string Name = "Access on PostgreSQL";
}

/// <summary>Accounts, on PostgreSQL.</summary>
[Collection(AccessOnPostgresTogether.Name)]
public sealed class AccountOnPostgresTests(AccessOnPostgres application) : AccountTests(application);
