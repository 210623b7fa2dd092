using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Storage;

/// <summary>Updates <see cref="GatheringIndex"/> and <see cref="GatheringStaff"/> from the log.</summary>
internal static class GatheringProjection
{
    public static async Task ApplyAsync(AppDbContext context, Id<Gathering> id, Entry entry)
    {
        switch (entry.Change)
        {
            case GatheringCreated created:
                await CreateAsync(context, id, entry, created.Facts, created.IsDemo);
                if (created.RehearsalOf is null) await NetworkPlacing.PlaceNewAsync(context, id, entry, created.Facts, created.IsDemo);
                break;
            case GatheringImported imported:
                await CreateAsync(context, id, entry, imported.Archive.Facts, isDemo: false);
                await NetworkPlacing.PlaceNewAsync(context, id, entry, imported.Archive.Facts, isDemo: false);
                break;
            case GatheringDescribed described:
                var index = await IndexAsync(context, id);
                var network = index.Network;
                (index.Title, index.Network, index.Date) = (
                    described.Facts.Title.Value,
                    described.Facts.Network.Value,
                    described.Facts.Date
                );
                if (index.Network != network) await NetworkPlacing.RenameAsync(context, index, entry);
                break;
            case ReportPublished:
                var published = await IndexAsync(context, id);
                (published.PublishedSequence, published.PublishedAt, published.WithdrawnAt) = (entry.Sequence, entry.At, null);
                break;
            case ReportWithdrawn:
                var withdrawn = await IndexAsync(context, id);
                (withdrawn.PublishedSequence, withdrawn.WithdrawnAt) = (null, entry.At);
                break;
            case StaffAppointed appointed:
                await AppointAsync(context, id, appointed);
                await NetworkPlacing.AcceptAsync(context, await IndexAsync(context, id), entry, appointed);
                break;
            // No list shows it from now on. Its other rows are erased later.
            case GatheringErased or RehearsalErased:
                var erased = await IndexAsync(context, id);
                await NetworkPlacing.ErasedAsync(context, erased, entry);
                context.Gatherings.Remove(erased);
                context.Staff.RemoveRange(await context.Staff.Where(staff => staff.Gathering == id).ToListAsync());
                break;
        }
    }

    private static async Task CreateAsync(AppDbContext context, Id<Gathering> id, Entry entry, GatheringFacts facts, bool isDemo)
    {
        var wanted = Slug.Of(facts.Title.Value, facts.Date.Year);
        var taken = await context.Gatherings.Where(there => there.Slug.StartsWith(wanted)).Select(there => there.Slug).ToHashSetAsync();
        context.Gatherings.Add(new GatheringIndex
        {
            Id = id,
            Title = facts.Title.Value,
            Network = facts.Network.Value,
            Date = facts.Date,
            IsDemo = isDemo,
            Slug = Slug.FirstFree(wanted, taken),
            CreatedAt = entry.At,
        });
        if (entry.Actor is Actor.Account owner)
            context.Staff.Add(
                new GatheringStaff
                {
                    Gathering = id,
                    User = owner.User,
                    Role = Role.Organiser,
                }
            );
    }

    private static async Task AppointAsync(AppDbContext context, Id<Gathering> id, StaffAppointed appointed)
    {
        var there = await context.Staff.FindAsync(id, appointed.User);
        if (appointed.Role != Role.None && there is null)
            context.Staff.Add(
                new GatheringStaff
                {
                    Gathering = id,
                    User = appointed.User,
                    Role = appointed.Role,
                }
            );
        else if (appointed.Role != Role.None) there!.Role = appointed.Role;
        else if (there is not null) context.Staff.Remove(there);
    }

    // Looked up in the context first: one batch may both create and change a gathering.
    private static async Task<GatheringIndex> IndexAsync(AppDbContext context, Id<Gathering> id) =>
        await context.Gatherings.FindAsync(id) ?? throw new InvalidOperationException($"The gathering {id} is not in the index.");
}
