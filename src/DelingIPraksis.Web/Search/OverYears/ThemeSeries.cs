using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Search.OverYears;

/// <summary>A network's gatherings as one account sees them, and their themes.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Gatherings">The gatherings, the oldest first.</param>
/// <param name="Themes">The themes, those with most notes first.</param>
public sealed record ThemeSeries(string Network, ImmutableList<ThemedGathering> Gatherings, ImmutableList<ThemeHistory> Themes);

/// <summary>
/// The themes of the gatherings of one network that an account has a role in. Gatherings with the same network name and no role give
/// nothing: the name alone is no access.
/// </summary>
internal sealed class ThemeSeriesReader(Database database, IRooms rooms, INetworkLexicons lexicons)
{
    /// <summary>The networks whose gatherings an account has a role in, in alphabetical order.</summary>
    public async Task<ImmutableList<string>> NetworksAsync(Id<User> user) =>
    [
        .. (await GatheringsAsync(user))
            .Select(gathering => gathering.Network)
            .DistinctBy(Folded)
            .Order(NorwegianOrder.Comparer),
    ];

    /// <summary>The themes of a network over the years; null when the account has a role in none of its gatherings.</summary>
    public async Task<ThemeSeries?> OfAsync(Actor.Account visitor, string network)
    {
        var own = (await GatheringsAsync(visitor.User)).Where(gathering => Folded(gathering.Network) == Folded(network)).ToList();
        if (own.Count == 0) return null;
        var gatherings = new List<ThemedGathering>();
        foreach (var one in own)
        {
            var gathering = await rooms.ReadAsync(one.Id);
            if (gathering.RehearsalOf is not null) continue;
            var view = GatheringView.For(gathering, visitor);
            gatherings.Add(new ThemedGathering(gathering.Id, gathering.Facts.Title, gathering.Facts.Date, SearchableTexts.Of(view)));
        }

        var newest = own.MaxBy(gathering => gathering.Date)!;
        var lexicon = await lexicons.LexiconOfAsync(await lexicons.KeyOfAsync(newest.Id, newest.Network));
        var inOrder = gatherings.OrderBy(gathering => gathering.Date).ThenBy(gathering => gathering.Id).ToImmutableList();
        return new ThemeSeries(newest.Network, inOrder, ThemesOverYears.Of(inOrder, lexicon));
    }

    private async Task<List<(Id<Gathering> Id, string Network, DateOnly Date)>> GatheringsAsync(Id<User> user)
    {
        var rows = await database.ReadAsync(context => (
            from staff in context.Staff
            where staff.User == user && staff.Role != Role.None
            join gathering in context.Gatherings on staff.Gathering equals gathering.Id
            select new { gathering.Id, gathering.Network, gathering.Date }
        ).ToListAsync());
        return rows.ConvertAll(row => (row.Id, row.Network, row.Date));
    }

    private static string Folded(string network) => TextMarks.Fold(network).ToLowerInvariant();
}
