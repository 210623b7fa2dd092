using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Networks;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>A network with an owner who signs in, for the tests of its pages.</summary>
internal sealed class NetworkSite(AccessApplication application, AppUser owner, Id<Network> network)
{
    public TestApplication Web => application.Web;

    public AppUser OwnerUser => owner;

    public Actor.Account Owner { get; } = new(new Id<User>(owner.Id));

    public Id<Network> Id => network;

    /// <summary>A network with one gathering of last year.</summary>
    public static async Task<NetworkSite> GivenAsync(AccessApplication application, string name = "Klimanettverket")
    {
        var owner = await application.GivenAccountAsync();
        var by = new Actor.Account(new Id<User>(owner.Id));
        var first = await application.Web.MakeAsync(by, name, 2021);
        return new NetworkSite(application, owner, await application.Web.NetworkOfAsync(first));
    }

    public async Task<string> AddressAsync() =>
        $"/nettverk/{await Web.Services.GetRequiredService<NetworkLists>().SlugOfAsync(network)}";

    public Task<Network> ReadAsync() => Web.Networks().ReadAsync(network);

    public Task OpenAsync(PublicParts parts) => KeepAsync(new NetworkChange.Opened(parts));

    public Task KeepAsync(NetworkChange change) => Web.MustKeepAsync(network, Owner, change);

    /// <summary>A gathering of the network, so many days from today.</summary>
    public async Task<Id<Gathering>> GivenGatheringAsync(int days, string title = "Samling", Uri? meeting = null)
    {
        var id = new Id<Gathering>(Guid.CreateVersion7());
        var read = await Web.Networks().ReadAsync(network);
        var facts = GatheringFacts.None with
        {
            Title = title,
            Network = read.Name,
            Date = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days),
            Host = "Stad",
            Place = "Nordfjordeid",
            Meeting = meeting,
        };
        await Web.Rooms.MustKeepAsync(id, Owner, new Change.GatheringCreated(facts, IsDemo: false));
        return id;
    }

    /// <summary>Publishes the report of a gathering.</summary>
    public async Task PublishAsync(Id<Gathering> gathering)
    {
        var point = new Point(new Id<Point>(Guid.CreateVersion7()), NoteKind.Barrier, "Ingen eier ombruket", []);
        await Web.Rooms.MustKeepAsync(gathering, Owner, new Change.PointPut(point));
        await Web.Rooms.MustKeepAsync(gathering, Owner, new Change.ReportPublished());
    }

    /// <summary>Somebody else with an account who has shared a gathering with the owner.</summary>
    public async Task<AppUser> GivenColleagueAsync(Id<Gathering> gathering, Role role)
    {
        var colleague = await application.GivenAccountAsync();
        await Web.Rooms.MustKeepAsync(gathering, Owner, new Change.StaffAppointed(new Id<User>(colleague.Id), role));
        return colleague;
    }

    public static string Day(int days) =>
        DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
