using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Search.OverYears;

/// <summary>A network that somebody follows gatherings of.</summary>
/// <param name="Key">Its name in addresses; for gatherings that belong to no network, the folded name that they wrote.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsNetwork">Whether it is a network of its own, and not only a name.</param>
public sealed record ThemeNetwork(string Key, string Name, bool IsNetwork)
{
    /// <summary>The address of its themes, or of one of them.</summary>
    public string AddressOf(string? theme = null) =>
        IsNetwork ? Addresses.ThemesOfNetwork(Key, ("tema", theme)) : Addresses.ThemesOf(("nettverk", Key), ("tema", theme));
}

/// <summary>A network's gatherings as one account sees them, and their themes.</summary>
/// <param name="Network">The network.</param>
/// <param name="Gatherings">The gatherings, the oldest first.</param>
/// <param name="Themes">The themes, those with most notes first.</param>
public sealed record ThemeSeries(
    ThemeNetwork Network,
    ImmutableList<ThemedGathering> Gatherings,
    ImmutableList<ThemeHistory> Themes
);

/// <summary>
/// The themes of the gatherings of one network that an account has a role in. A gathering where it has none gives nothing, whatever its
/// network.
/// </summary>
internal sealed class ThemeSeriesReader(Database database, IRooms rooms, INetworks networks, INetworkLexicons lexicons)
{
    /// <summary>The networks whose gatherings an account has a role in, in alphabetical order.</summary>
    public async Task<ImmutableList<ThemeNetwork>> NetworksAsync(Id<User> user) =>
    [
        .. (await GatheringsAsync(user))
            .Select(gathering => gathering.Network)
            .DistinctBy(network => network.Key)
            .OrderBy(network => network.Name, NorwegianOrder.Comparer),
    ];

    /// <summary>
    /// The themes of a network over the years; null when the account has a role neither in the network nor in any of its gatherings.
    /// </summary>
    public async Task<ThemeSeries?> OfAsync(Actor.Account visitor, string key)
    {
        var own = (await GatheringsAsync(visitor.User)).FindAll(gathering => gathering.Network.Key == key);
        if (own.Count == 0) return await EmptyAsync(visitor, key);
        var gatherings = new List<ThemedGathering>();
        foreach (var (id, _) in own)
        {
            var gathering = await rooms.ReadAsync(id);
            if (gathering.RehearsalOf is not null) continue;
            var texts = SearchableTexts.Of(GatheringView.For(gathering, visitor));
            gatherings.Add(new ThemedGathering(id, gathering.Facts.Title, gathering.Facts.Date, texts));
        }

        var inOrder = gatherings.OrderBy(gathering => gathering.Date).ThenBy(gathering => gathering.Id).ToImmutableList();
        if (inOrder.IsEmpty) return new ThemeSeries(own[0].Network, [], []);
        var lexicon = await lexicons.LexiconOfAsync(await lexicons.KeyOfAsync(inOrder[^1].Id));
        return new ThemeSeries(own[0].Network, inOrder, ThemesOverYears.Of(inOrder, lexicon));
    }

    // Who is of the network's people and has followed none of its gatherings comes here from its other pages.
    private async Task<ThemeSeries?> EmptyAsync(Actor.Account visitor, string slug) =>
        await networks.FindAsync(slug) is { } network
        && await networks.ViewAsync(network, visitor) is { Sees: true } view
            ? new ThemeSeries(new ThemeNetwork(slug, view.Name.Value, IsNetwork: true), [], [])
            : null;

    private async Task<List<(Id<Gathering> Id, ThemeNetwork Network)>> GatheringsAsync(Id<User> user)
    {
        var rows = await database.ReadAsync(context => (
            from staff in context.Staff
            where staff.User == user && staff.Role != Role.None
            join gathering in context.Gatherings on staff.Gathering equals gathering.Id
            select new { gathering.Id, gathering.Network }
        ).ToListAsync());
        var all = new List<(Id<Gathering>, ThemeNetwork)>();
        foreach (var row in rows)
            all.Add((
                row.Id,
                await networks.OfGatheringAsync(row.Id) is { } network
                    ? new ThemeNetwork(network.Slug, network.Name, IsNetwork: true)
                    : new ThemeNetwork(TextMarks.Fold(row.Network).ToLowerInvariant(), row.Network, IsNetwork: false)
            ));
        return all;
    }
}
