using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Networks;

/// <summary>A network in the list of those that an account has a role in.</summary>
/// <param name="Network">Which network.</param>
/// <param name="Gatherings">How many gatherings it has.</param>
/// <param name="Next">The day of its next gathering, or null.</param>
public sealed record NetworkLine(OwnNetwork Network, int Gatherings, DateOnly? Next);

/// <summary>The network at an address, as an actor sees it.</summary>
/// <param name="View">What the actor sees.</param>
/// <param name="Slug">Its name in addresses, which is another than the one that was asked for when it has been joined to another.</param>
public sealed record NetworkAtAddress(NetworkView View, string Slug);

/// <summary>Lists of networks, and the way from an address to what an actor may see.</summary>
internal sealed class NetworkLists(Database database, INetworks networks, TimeProvider time)
{
    /// <summary>The networks that an account has a role in, in the order of their names.</summary>
    public async Task<IReadOnlyList<NetworkLine>> OfAsync(Id<User> user)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var own = await networks.OfAsync(user);
        var ids = own.Select(network => (Id<Network>?)network.Id).ToList();
        var found = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => ids.Contains(gathering.BelongsTo))
            .Select(gathering => new { gathering.BelongsTo, gathering.Date })
            .ToListAsync());
        var days = found.ToLookup(gathering => gathering.BelongsTo, gathering => gathering.Date);
        return
        [
            .. own.Select(network => new NetworkLine(
                network,
                days[network.Id].Count(),
                days[network.Id].Where(day => day >= today).Select(day => (DateOnly?)day).Min()
            )),
        ];
    }

    /// <summary>
    /// The network at an address; null when there is none for that actor. A network that was joined to another leads to the other.
    /// </summary>
    public async Task<NetworkAtAddress?> FindAsync(string slug, Actor actor)
    {
        if (await networks.FindAsync(slug) is not { } id) return null;
        var view = await networks.ViewAsync(id, actor);
        // The demo's networks are for those who try it.
        if (!view.Exists || (view.IsDemo && !view.Sees)) return null;
        return await SlugOfAsync(id) is { } current ? new(view, current) : null;
    }

    /// <summary>The address of a network whose reports anybody may see; null when they are not public.</summary>
    public async Task<string?> PublicSlugAsync(Id<Network> id) =>
        await networks.ViewAsync(id, new Actor.Stranger()) is { Exists: true, IsDemo: false, Public.Reports: true }
            ? await SlugOfAsync(id)
            : null;

    /// <summary>The name of a network in addresses. For those who know already that it is there.</summary>
    public Task<string?> SlugOfAsync(Id<Network> id) => database.ReadAsync(context =>
        context.Networks.Where(network => network.Id == id).Select(network => network.Slug).FirstOrDefaultAsync());
}
