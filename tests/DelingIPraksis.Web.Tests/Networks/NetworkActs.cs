using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>What these tests do to networks, in the field's words.</summary>
internal static class NetworkActs
{
    public static Actor.Account Somebody() => new(new Id<User>(Guid.CreateVersion7()));

    public static INetworks Networks(this TestApplication application) => application.Services.GetRequiredService<INetworks>();

    /// <summary>A gathering in a network with a name, made by somebody.</summary>
    public static async Task<Id<Gathering>> MakeAsync(
        this TestApplication application, Actor by, string network, int year = 2026, bool demo = false, Id<Gathering>? rehearses = null)
    {
        var id = new Id<Gathering>(Guid.CreateVersion7());
        var facts = GatheringFacts.None with { Title = $"Samling {year}", Network = network, Date = new DateOnly(year, 6, 1) };
        await application.Rooms.MustKeepAsync(id, by, new Change.GatheringCreated(facts, demo, rehearses));
        return id;
    }

    public static async Task<Id<Network>> NetworkOfAsync(this TestApplication application, Id<Gathering> gathering) =>
        Assert.IsType<OwnNetwork>(await application.Networks().OfGatheringAsync(gathering)).Id;

    public static Task<Reply> AskAsync(this TestApplication application, Id<Network> network, Actor actor, NetworkChange change) =>
        application.Networks().SubmitAsync(network, actor, change, Guid.CreateVersion7());

    public static async Task MustKeepAsync(this TestApplication application, Id<Network> network, Actor actor, NetworkChange change) =>
        Assert.IsType<Reply.Kept>(await application.AskAsync(network, actor, change));
}
