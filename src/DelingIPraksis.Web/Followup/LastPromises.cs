using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Followup;

/// <summary>What a party promised at an earlier gathering of the same network.</summary>
/// <param name="View">That gathering, as the party may see it.</param>
/// <param name="Party">The party, as it was there: it has another id at each gathering.</param>
public sealed record PromisesOfParty(GatheringView View, Party Party)
{
    /// <summary>Its promises.</summary>
    public IReadOnlyList<Promise> Promises => View.Work(Party.Id)?.Promises ?? [];

    /// <summary>Whether there is one that is neither done nor dropped: nothing has been said of it, or it had only begun.</summary>
    public bool HasOpen => Promises.Any(promise => promise.Answer is null or { State: PromiseState.Begun });
}

/// <summary>Finds what was promised at earlier gatherings of a network.</summary>
internal interface ILastPromises
{
    /// <summary>What the own party of a view promised last, at an earlier gathering of the same network; null when nothing.</summary>
    Task<PromisesOfParty?> OfPartyAsync(GatheringView view);

    /// <summary>What became of the promises of the last gathering before one, of the same network; null when there were none.</summary>
    Task<EarlierPromises?> BeforeAsync(Id<Gathering> gathering);

    /// <summary>What became of every promise of a network. It may be a minute old.</summary>
    Task<PromiseTally> OfNetworkAsync(Id<Network> network);
}

internal sealed class LastPromises(Database database, IRooms rooms, TimeProvider time) : ILastPromises
{
    // A party that stayed away from more gatherings than this is not asked about what it promised before them.
    private const int Back = 5;

    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Id<Network>, (DateTimeOffset At, PromiseTally Tally)> _known = [];

    public async Task<PromisesOfParty?> OfPartyAsync(GatheringView view)
    {
        if (view.OwnParty is not { } own || view.IsRehearsal) return null;
        foreach (var id in await EarlierAsync(view.Id))
        {
            var gathering = await rooms.ReadAsync(id);
            if (!gathering.Exists || gathering.PartiesInOrder.FirstOrDefault(party => IsSame(party, own)) is not { } then) continue;
            var there = new PromisesOfParty(GatheringView.ForParty(gathering, then.Id), then);
            if (there.Promises.Count > 0) return there;
        }

        return null;
    }

    public async Task<EarlierPromises?> BeforeAsync(Id<Gathering> gathering)
    {
        foreach (var id in await EarlierAsync(gathering))
            if (await rooms.ReadAsync(id) is { Exists: true } there && PromiseTally.Of(there) is { Promised: > 0 } tally)
                return new EarlierPromises(there.Facts.Date, tally);
        return null;
    }

    public async Task<PromiseTally> OfNetworkAsync(Id<Network> network)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(network, out var known) && (now - known.At).Duration() < _fresh) return known.Tally;
        var ids = await database.ReadAsync(context =>
            context.Gatherings.Where(there => there.BelongsTo == network).Select(there => there.Id).ToListAsync());
        var sum = default(PromiseTally);
        foreach (var id in ids)
            if (await rooms.ReadAsync(id) is { Exists: true } there) sum += PromiseTally.Of(there);
        _known[network] = (now, sum);
        return sum;
    }

    private Task<List<Id<Gathering>>> EarlierAsync(Id<Gathering> gathering) => database.ReadAsync(async context =>
    {
        var here = await context.Gatherings.FirstOrDefaultAsync(there => there.Id == gathering);
        if (here?.BelongsTo is not { } network) return [];
        return await context.Gatherings
            .Where(there => there.BelongsTo == network && there.Id != gathering && there.Date < here.Date)
            .OrderByDescending(there => there.Date)
            .ThenByDescending(there => there.CreatedAt)
            .Select(there => there.Id)
            .Take(Back)
            .ToListAsync();
    });

    // A municipality keeps its number when the list is written anew; others are known by their name.
    private static bool IsSame(Party one, Party other) => one.RegisterNumber is { } number && other.RegisterNumber is { } same
        ? number == same
        : string.Equals(one.Name.Value, other.Name.Value, StringComparison.OrdinalIgnoreCase);
}
