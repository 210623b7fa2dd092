using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Networks;

/// <summary>A network in the list of those that an account has a role in.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Role">What the account is in it.</param>
/// <param name="Gatherings">How many gatherings it has.</param>
/// <param name="Next">The day of its next gathering, or null.</param>
/// <param name="IsDemo">Whether it is the demo's.</param>
public sealed record OwnNetwork(
    Id<Network> Id,
    string Name,
    string Slug,
    NetworkRole Role,
    int Gatherings,
    DateOnly? Next,
    bool IsDemo);

/// <summary>Lists of networks, read from the index, and the way from an address to what an actor may see.</summary>
internal sealed class NetworkLists(Database database, NetworkLog networks, TimeProvider time)
{
    // A chain of joined networks is short. One that is longer is broken, and ends here.
    private const int LongestChain = 10;

    /// <summary>The networks that an account has a role in, in the order of their names. One that is joined to another is left out.</summary>
    public async Task<IReadOnlyList<OwnNetwork>> OfAsync(Id<User> user)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (own, gatherings) = await database.ReadAsync(async context =>
        {
            var found = await (from staff in context.NetworkStaff
                               where staff.User == user && staff.Role != NetworkRole.None
                               join network in context.Networks on staff.Network equals network.Id
                               where network.JoinedTo == null
                               select new { network.Id, network.Name, network.Slug, network.IsDemo, staff.Role }).ToListAsync();
            var ids = found.ConvertAll(network => (Id<Network>?)network.Id);
            var days = await context.Gatherings
                .Where(gathering => ids.Contains(gathering.BelongsTo))
                .Select(gathering => new { gathering.BelongsTo, gathering.Date })
                .ToListAsync();
            return (found, days.ToLookup(day => day.BelongsTo, day => day.Date));
        });
        return
        [
            .. own
                .Select(network => new OwnNetwork(
                    network.Id, network.Name, network.Slug, network.Role,
                    gatherings[network.Id].Count(),
                    gatherings[network.Id].Where(day => day >= today).Select(day => (DateOnly?)day).Min(),
                    network.IsDemo
                ))
                .OrderBy(network => network.Name, NorwegianOrder.Comparer),
        ];
    }

    /// <summary>
    /// The network at an address, as an actor sees it; null when there is none for that actor. A network that was joined to another leads to
    /// the other, with its address.
    /// </summary>
    public async Task<(NetworkView View, string Slug)?> FindAsync(string slug, Actor actor)
    {
        var index = await database.ReadAsync(context => context.Networks.FirstOrDefaultAsync(network => network.Slug == slug));
        for (var step = 0; index?.JoinedTo is { } joined && step < LongestChain; step++)
            index = await database.ReadAsync(context => context.Networks.FirstOrDefaultAsync(network => network.Id == joined));
        if (index is null) return null;
        var view = NetworkView.For(await networks.ReadAsync(index.Id), actor, await HasReportsAsync(index.Id));
        return view.Exists ? (view, index.Slug) : null;
    }

    /// <summary>The address of a network that anybody may see, with its reports; null when it is not public.</summary>
    public async Task<string?> PublicSlugAsync(Id<Network> id)
    {
        var view = NetworkView.For(await networks.ReadAsync(id), new Actor.Stranger(), await HasReportsAsync(id));
        return view is { Exists: true, Public.Reports: true } ? await SlugOfAsync(id) : null;
    }

    /// <summary>The name of a network in addresses. For those who know already that it is there.</summary>
    public Task<string?> SlugOfAsync(Id<Network> id) => database.ReadAsync(context =>
        context.Networks.Where(network => network.Id == id).Select(network => network.Slug).FirstOrDefaultAsync());

    // The demo's reports are for those who try it, and are in no list.
    private Task<bool> HasReportsAsync(Id<Network> id) => database.ReadAsync(context => context.Gatherings
        .AnyAsync(gathering => gathering.BelongsTo == id && gathering.PublishedSequence != null && !gathering.IsDemo));
}
