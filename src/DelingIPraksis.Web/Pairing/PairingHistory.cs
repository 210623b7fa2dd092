using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Pairing;

/// <summary>The history of who has met whom, from earlier gatherings of the network where an organiser of this one has a role.</summary>
public interface IPairingHistory
{
    /// <summary>The earlier gatherings of the same network, with the keys of this gathering's parties.</summary>
    Task<IReadOnlyList<EarlierGathering>> BeforeAsync(GatheringView now);
}

/// <inheritdoc/>
internal sealed class PairingHistory(Database database, IRooms rooms, IDemo demos) : IPairingHistory
{
    // The application reads on behalf of the facilitator: who was grouped, and nothing of what they wrote.
    private static readonly Actor Reader = new Actor.Application();

    public async Task<IReadOnlyList<EarlierGathering>> BeforeAsync(GatheringView now)
    {
        // A rehearsal is paired as the real gathering would be, whatever is written in the rehearsal.
        var real = now.RehearsalOf ?? now.Id;
        var (network, earlier) = await database.ReadAsync(async context =>
        {
            if (await context.Gatherings.FirstOrDefaultAsync(gathering => gathering.Id == real) is not { } about) return ("", []);
            var (demo, shared) = (about.IsDemo, await context.SharedWithAsync(now.Id, now.RehearsalOf));
            var there = await context.Gatherings
                .Where(gathering => gathering.Id != now.Id && gathering.Id != real)
                .Where(gathering => gathering.Date <= now.Facts.Date && gathering.IsDemo == demo)
                .Where(gathering => shared.Contains(gathering.Id) || (demo && demos.Examples.Contains(gathering.Id)))
                // Visitors of the demo create gatherings in the same network. Only those with a published report count as held.
                .Where(gathering => !demo || gathering.PublishedSequence != null)
                .Select(gathering => new { gathering.Id, gathering.Network })
                .ToListAsync();
            return (NetworkOf(about.Network), there);
        });
        var found = new List<EarlierGathering>();
        // The name is typed again for each gathering, and SQLite does not ignore case for æ, ø and å.
        foreach (var id in earlier.Where(there => NetworkOf(there.Network) == network).Select(there => there.Id))
        {
            var gathering = GatheringView.For(await rooms.ReadAsync(id), Reader);
            if (gathering.Pairs.Count > 0) found.Add(EarlierGatherings.As(gathering, now));
        }

        return found;
    }

    private static string NetworkOf(string name) => TextMarks.Fold(name).ToLowerInvariant();
}
