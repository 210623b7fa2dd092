using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Pairing;

/// <summary>The history of who has met whom, from the earlier gatherings of the network that this one belongs to.</summary>
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
        var earlier = await database.ReadAsync(async context =>
        {
            if (await context.Gatherings.FirstOrDefaultAsync(gathering => gathering.Id == real) is not { } about) return [];
            if (real != now.Id && !await IsOwnRehearsalAsync(context, now.Id, real)) return [];
            var demo = about.IsDemo;
            var there = context.Gatherings.Where(gathering =>
                gathering.Id != now.Id && gathering.Id != real && gathering.Date <= now.Facts.Date && gathering.IsDemo == demo);
            // Visitors of the demo have networks of their own, and learn from the examples that everybody sees.
            return await (demo
                ? there.Where(gathering => demos.Examples.Contains(gathering.Id) && gathering.PublishedSequence != null)
                : there.Where(gathering => about.BelongsTo != null && gathering.BelongsTo == about.BelongsTo))
                .Select(gathering => gathering.Id)
                .ToListAsync();
        });
        var found = new List<EarlierGathering>();
        foreach (var id in earlier)
        {
            var gathering = GatheringView.For(await rooms.ReadAsync(id), Reader);
            if (gathering.Pairs.Count > 0) found.Add(EarlierGatherings.As(gathering, now));
        }

        return found;
    }

    /// <summary>Whether the rehearsal was made by somebody who has a role in what it rehearses. Its first entry does not say.</summary>
    private static async Task<bool> IsOwnRehearsalAsync(AppDbContext context, Id<Gathering> rehearsal, Id<Gathering> real)
    {
        var makers = (await context.TakenRolesAsync([rehearsal])).Where(role => role.Organises).Select(role => role.User).ToList();
        return await context.Staff.AnyAsync(staff =>
            staff.Gathering == real && staff.Role != Role.None && makers.Contains(staff.User));
    }
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
