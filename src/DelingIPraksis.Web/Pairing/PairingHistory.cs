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

/// <summary>
/// Translates an earlier gathering to this one's keys. A party has a new id at each gathering. Two are the same party when they have the
/// same register number, or otherwise the same name in any spelling: reforms have changed numbers, but seldom names.
/// </summary>
internal static class EarlierGatherings
{
    public static EarlierGathering As(GatheringView earlier, GatheringView now) => As(earlier, [.. now.Parties]);

    /// <summary>The groups of an earlier gathering, with the keys of some parties.</summary>
    public static EarlierGathering As(GatheringView earlier, List<Party> parties) => new(
        earlier.Facts.Date,
        [.. earlier.Pairs.Select(pair => (IReadOnlyList<string>)[.. earlier.MembersOf(pair).Select(party => KeyOf(party, parties))])],
        earlier.Theme.IsEmpty ? null : earlier.Theme.Value
    );

    /// <summary>
    /// The parties of several gatherings, each once, with its newest name. A party that has changed its number or name is found as in
    /// <see cref="As(GatheringView, List{Party})"/>.
    /// </summary>
    /// <param name="newestFirst">The gatherings, the newest first.</param>
    public static List<Party> PartiesOf(IEnumerable<GatheringView> newestFirst)
    {
        var known = new List<Party>();
        foreach (var gathering in newestFirst)
            known.AddRange(gathering.Parties.Where(party => Same(party, known) is null).ToList());
        return known;
    }

    private static string KeyOf(Party then, List<Party> now) =>
        Same(then, now) is { } same ? PairingInput.KeyOf(same) : $"{then.RegisterNumber}/{then.Name}";

    private static Party? Same(Party then, List<Party> now) =>
        now.Find(party => then.RegisterNumber is not null && party.RegisterNumber == then.RegisterNumber) ?? Alone(OfThatName(then, now));

    // «Stad kommune» that was imported without a number has another kind than the register's Stad. Two numbers of different kinds are two
    // organisations: Oslo.
    private static List<Party> OfThatName(Party then, List<Party> now)
    {
        var name = Party.Fold(then.Name);
        var same = now.FindAll(party => party.Kind == then.Kind && Party.Fold(party.Name) == name);
        return same.Count > 0
            ? same
            : now.FindAll(party => (party.RegisterNumber is null || then.RegisterNumber is null) && Party.Fold(party.Name) == name);
    }

    // There are two Herøy and two Våler: a name that matches two decides nothing.
    private static Party? Alone(List<Party> parties) => parties.Count == 1 ? parties[0] : null;
}
