using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Who has met whom: read from the network's earlier gatherings, which are kept as they were.</summary>
public interface IPairingHistory
{
    /// <summary>The earlier gatherings of the same network, with this gathering's parties named by its own keys.</summary>
    Task<IReadOnlyList<EarlierGathering>> BeforeAsync(GatheringView now);
}

/// <inheritdoc/>
internal sealed class PairingHistory(Database database, IRooms rooms) : IPairingHistory
{
    // What the application reads for the one who leads: who sat together, and nothing of what they wrote.
    private static readonly Actor Reader = new Actor.Application();

    public async Task<IReadOnlyList<EarlierGathering>> BeforeAsync(GatheringView now)
    {
        var network = now.Facts.Network.Value;
        // A rehearsal is put together as the real gathering would be.
        var demo = now.IsDemo && !now.IsRehearsal;
        // Whoever tries the demo makes a gathering in the same network; only those that ended in a report have been held.
        var earlier = await database.ReadAsync(context => context.Set<GatheringIndex>()
            .Where(gathering => gathering.Network == network && gathering.Id != now.Id && gathering.Id != now.RehearsalOf && gathering.Date <= now.Facts.Date && gathering.IsDemo == demo)
            .Where(gathering => !demo || gathering.PublishedSequence != null)
            .Select(gathering => gathering.Id)
            .ToListAsync());
        var found = new List<EarlierGathering>();
        foreach (var id in earlier)
        {
            var gathering = GatheringView.For(await rooms.ReadAsync(id), Reader);
            if (gathering.Pairs.Count > 0) found.Add(EarlierGatherings.As(gathering, now));
        }

        return found;
    }
}

/// <summary>
/// An earlier gathering in this one's keys. A party has an identity of its own at each gathering, so the two are the same when they have the
/// same number in the register, and otherwise the same name: numbers have changed with reforms, names seldom.
/// </summary>
internal static class EarlierGatherings
{
    public static EarlierGathering As(GatheringView earlier, GatheringView now)
    {
        var parties = now.Parties.ToList();
        return new EarlierGathering(
            earlier.Facts.Date,
            [.. earlier.Pairs.Select(pair => (IReadOnlyList<string>)[.. earlier.MembersOf(pair).Select(party => KeyOf(party, parties))])],
            earlier.Theme.IsEmpty ? null : earlier.Theme.Value);
    }

    private static string KeyOf(Party then, List<Party> now)
    {
        var same = now.Find(party => then.RegisterNumber is not null && party.RegisterNumber == then.RegisterNumber)
            ?? Alone(now.FindAll(party => party.Kind == then.Kind && string.Equals(party.Name.Value, then.Name.Value, StringComparison.OrdinalIgnoreCase)));
        return same is null ? $"{then.RegisterNumber}/{then.Name}" : PairingInput.KeyOf(same);
    }

    // Two Herøy and two Våler: a name that fits two says nothing.
    private static Party? Alone(List<Party> parties) => parties.Count == 1 ? parties[0] : null;
}
