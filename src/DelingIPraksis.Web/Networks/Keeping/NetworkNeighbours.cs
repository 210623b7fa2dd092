using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>A gathering in a list.</summary>
internal sealed record ListedGathering(Id<Gathering> Id, string Title, string Network, DateOnly Date);

/// <summary>Another network that may be joined to this one.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Gatherings">How many gatherings it has.</param>
/// <param name="SameNumbers">The numbers in the series that a gathering of each has.</param>
internal sealed record OtherNetwork(Id<Network> Id, string Name, int Gatherings, IReadOnlyList<int> SameNumbers);

/// <summary>What is around a network: the gatherings of its people, and the other networks of its owner.</summary>
internal sealed class NetworkNeighbours(Database database, IRooms rooms)
{
    /// <summary>The gatherings of a network, and those that a user organises outside it; the newest first.</summary>
    public Task<(IReadOnlyList<ListedGathering> Inside, IReadOnlyList<ListedGathering> Outside)> GatheringsAsync(
        NetworkView view, Id<User> user) => database.ReadAsync(async context =>
    {
        var inside = await Listed(context.Gatherings.Where(there => there.BelongsTo == view.Id)).ToListAsync();
        var own = await (
            from staff in context.Staff
            where staff.User == user && staff.Role == Role.Organiser
            join there in context.Gatherings on staff.Gathering equals there.Id
            where there.IsDemo == view.IsDemo && there.BelongsTo != view.Id
            select there.Id).ToListAsync();
        var taken = (await context.TakenRolesAsync(own)).Where(role => role.User == user && role.Organises).Select(role => role.Gathering);
        var outside = new List<Id<Gathering>>();
        foreach (var id in taken)
            if (!await context.IsRehearsalAsync(id)) outside.Add(id);
        var bring = await Listed(context.Gatherings.Where(there => outside.Contains(there.Id))).ToListAsync();
        return ((IReadOnlyList<ListedGathering>)inside, (IReadOnlyList<ListedGathering>)bring);
    });

    /// <summary>The other networks that a user owns.</summary>
    public async Task<IReadOnlyList<OtherNetwork>> OthersAsync(NetworkView view, Id<User> user)
    {
        var (own, gatherings) = await database.ReadAsync(async context =>
        {
            var found = await (
                from staff in context.NetworkStaff
                where staff.User == user && staff.Role == NetworkRole.Owner && staff.Network != view.Id
                join network in context.Networks on staff.Network equals network.Id
                where network.JoinedTo == null && network.IsDemo == view.IsDemo
                orderby network.Name
                select new { network.Id, network.Name }).ToListAsync();
            var ids = found.ConvertAll(network => (Id<Network>?)network.Id).Append(view.Id).ToList();
            var there = await context.Gatherings
                .Where(gathering => ids.Contains(gathering.BelongsTo))
                .Select(gathering => new { gathering.Id, gathering.BelongsTo })
                .ToListAsync();
            return (found, there);
        });
        if (own.Count == 0) return [];
        var numbers = new List<(Id<Network>? Network, int? Number)>();
        foreach (var gathering in gatherings) numbers.Add((gathering.BelongsTo, (await rooms.ReadAsync(gathering.Id)).Facts.Number));
        var mine = numbers.Where(there => there.Network == view.Id).Select(there => there.Number).ToHashSet();
        return own.ConvertAll(network => new OtherNetwork(
            network.Id,
            network.Name,
            gatherings.Count(there => there.BelongsTo == network.Id),
            [
                .. numbers.Where(there => there.Network == network.Id && mine.Contains(there.Number))
                    .Select(there => there.Number).OfType<int>().Distinct().Order(),
            ]));
    }

    /// <summary>The networks that have been joined to this one, by name.</summary>
    public Task<IReadOnlyList<(Id<Network> Id, string Name)>> JoinedAsync(NetworkView view) => database.ReadAsync(async context =>
    {
        var ids = view.Joined.Select(joined => joined.Other).ToList();
        var found = await context.Networks
            .Where(network => ids.Contains(network.Id))
            .Select(network => new { network.Id, network.Name })
            .ToListAsync();
        return (IReadOnlyList<(Id<Network>, string)>)found.ConvertAll(network => (network.Id, network.Name));
    });

    private static IQueryable<ListedGathering> Listed(IQueryable<GatheringIndex> gatherings) => gatherings
        .OrderByDescending(there => there.Date)
        .Select(there => new ListedGathering(there.Id, there.Title, there.Network, there.Date));
}
