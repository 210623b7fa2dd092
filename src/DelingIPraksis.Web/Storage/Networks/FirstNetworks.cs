using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Makes networks of the gatherings of versions before 30 November 2026, where a network was a name. Gatherings with the same name and a
/// common organiser, who took the role herself, become one network, and those organisers own it. The same name without one stays apart.
/// </summary>
/// <remarks>
/// All of it is one transaction with the note that it is done. So a start that is killed begins again, and a gathering that is taken out of
/// its network later stays out. Ids and times come from the gatherings, not from the clock.
/// </remarks>
internal static class FirstNetworks
{
    private static readonly string[] _facts =
    [
        Verbs.NameOf(typeof(Change.GatheringCreated)),
        Verbs.NameOf(typeof(Change.GatheringDescribed)),
        Verbs.NameOf(typeof(Change.GatheringImported)),
    ];

    /// <summary>Makes them, unless it has been done.</summary>
    public static async Task MakeAsync(AppDbContext context, CancellationToken cancellation)
    {
        if (await context.NoteAsync(HousekeepingNote.NetworksMade) is not null) return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var (gatherings, owners) in await FindAsync(context)) await MakeAsync(context, gatherings, owners);
        await context.NoteAsync(HousekeepingNote.NetworksMade, "1");
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<List<(List<GatheringIndex> Gatherings, List<Id<User>> Owners)>> FindAsync(AppDbContext context)
    {
        var all = await context.Gatherings.Where(there => there.BelongsTo == null).ToListAsync();
        var organisers = (await context.TakenRolesAsync([.. all.Select(there => there.Id)]))
            .Where(role => role.Organises)
            .ToLookup(role => role.Gathering, role => role.User);
        var found = new List<(List<GatheringIndex> Gatherings, List<Id<User>> Owners)>();
        // What is real comes first, because the first gets the short address.
        foreach (var named in all
            .OrderBy(there => there.IsDemo).ThenBy(there => there.CreatedAt).ThenBy(there => there.Id)
            .GroupBy(there => (there.IsDemo, NetworkPlacing.Fold(there.Network))))
        {
            var groups = new List<(List<GatheringIndex> Gatherings, List<Id<User>> Owners)>();
            foreach (var gathering in named)
            {
                var own = organisers[gathering.Id].Distinct().ToList();
                // Only a demo can be a rehearsal: rehearsals are marked so.
                if (own.Count == 0 || (gathering.IsDemo && await context.IsRehearsalAsync(gathering.Id))) continue;
                var common = groups.FindAll(group => group.Owners.Exists(own.Contains));
                groups.RemoveAll(common.Contains);
                groups.Add((
                    [.. common.SelectMany(group => group.Gatherings), gathering],
                    [.. common.SelectMany(group => group.Owners).Concat(own).Distinct()]));
            }

            found.AddRange(groups);
        }

        return found;
    }

    private static async Task MakeAsync(AppDbContext context, List<GatheringIndex> gatherings, List<Id<User>> owners)
    {
        var first = gatherings.OrderBy(there => there.CreatedAt).ThenBy(there => there.Id).First();
        var newest = gatherings.OrderByDescending(there => there.Date).ThenByDescending(there => there.CreatedAt).First();
        var id = NetworkPlacing.IdFor(first.Id);
        var turn = new NetworkTurn(context, gatherings.Max(there => there.CreatedAt));
        var name = TextTruncation.Truncate(newest.Network, Limits.Name);
        var made = new NetworkChange.Created(
            name,
            await AboutAsync(context, newest.Id),
            first.IsDemo,
            [.. gatherings.Select(there => there.Id)],
            [.. owners],
            []);
        await turn.KeepAsync(id, new Actor.Application(), made, DerivedId.Of($"{id} made"), setsUp: false);
        // Its reports are found by its name today.
        var slug = Slug.OfName(newest.Network);
        await context.SaveChangesAsync();
        if (!gatherings.Exists(there => there.PublishedSequence is not null)
            || NetworkProjection.IsReserved(slug)
            || await context.Networks.AnyAsync(there => there.Slug == slug))
            return;
        await turn.KeepAsync(
            id, new Actor.Application(), new NetworkChange.AddressSet(slug), DerivedId.Of($"{id} addressed"), setsUp: false);
    }

    private static async Task<PlainText> AboutAsync(AppDbContext context, Id<Gathering> gathering)
    {
        var payload = await context.Log
            .Where(entry => entry.StreamId == gathering && _facts.Contains(entry.Verb))
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Payload)
            .FirstOrDefaultAsync();
        try
        {
            return payload is null ? default : GatheringJson.Read<Change>(payload) switch
            {
                Change.GatheringCreated c => c.Facts.NetworkAbout,
                Change.GatheringDescribed c => c.Facts.NetworkAbout,
                Change.GatheringImported c => c.Archive.Facts.NetworkAbout,
                _ => default,
            };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            // The network is made without it. The start reports what is wrong with the log.
            return default;
        }
    }
}
