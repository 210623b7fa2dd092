using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Evaluations;
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
internal sealed class PairingHistory(Database database, IRooms rooms, IDemo demos, IEvaluationAnswers answers) : IPairingHistory
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
            if (gathering.AllPairs.Any()) found.Add(EarlierGatherings.As(gathering, now, await answers.LookAsync(id)));
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
