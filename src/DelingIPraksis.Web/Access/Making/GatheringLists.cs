using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>Lists of gatherings, read from the index without opening any of them.</summary>
internal sealed class GatheringLists(Database database) : IReportAddresses
{
    /// <summary>The published reports, the newest gathering first. Reports of the demo are left out.</summary>
    public async Task<List<PublishedReport>> PublishedAsync()
    {
        var reports = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.PublishedSequence != null && !gathering.IsDemo)
            .Select(gathering => new PublishedReport(gathering.Slug, gathering.Title, gathering.Network, gathering.Date))
            .ToListAsync());
        // SQLite sorts by bytes: Åsnes before aa, and capitals before small letters.
        return [.. reports.OrderByDescending(report => report.Date).ThenBy(report => report.Title, NorwegianOrder.Comparer)];
    }

    /// <summary>The slug of a gathering's report, or null when it is not published now.</summary>
    public Task<string?> SlugAsync(Id<Gathering> id) => database.ReadAsync(context => context.Gatherings
        .Where(gathering => gathering.Id == id && gathering.PublishedSequence != null)
        .Select(gathering => gathering.Slug)
        .FirstOrDefaultAsync());

    /// <summary>The gatherings that an account leads, owns or observes, the newest first.</summary>
    public Task<List<OwnGathering>> OfAsync(Id<User> user) => database.ReadAsync(async context =>
    {
        var rows = await (from staff in context.Staff
                          where staff.User == user && staff.Role != Role.None
                          join gathering in context.Gatherings on staff.Gathering equals gathering.Id
                          join code in context.Set<JoinCode>() on gathering.Id equals code.Gathering into codes
                          from code in codes.DefaultIfEmpty()
                              // The address of a network is for its own people; others get it by what is public.
                          from mine in context.NetworkStaff
                              .Where(there => there.Network == gathering.BelongsTo && there.User == user)
                              .DefaultIfEmpty()
                          join network in context.Networks on mine.Network equals network.Id into networks
                          from network in networks.DefaultIfEmpty()
                          orderby gathering.Date descending, gathering.CreatedAt descending
                          select new
                          {
                              gathering.Id,
                              gathering.Title,
                              gathering.Network,
                              NetworkSlug = (string?)network.Slug,
                              gathering.Date,
                              gathering.IsDemo,
                              gathering.Slug,
                              gathering.PublishedSequence,
                              gathering.CreatedAt,
                              staff.Role,
                              Code = (string?)code.Code,
                          }
        ).ToListAsync();
        return rows.ConvertAll(row => new OwnGathering(
            row.Id, row.Title, row.Network, row.Date, row.IsDemo, row.Role, row.Code,
            row.PublishedSequence is null ? null : row.Slug
        )
        {
            NetworkSlug = row.NetworkSlug,
            // Two gatherings with the same name and day, such as a copy, are shown with the time when they were created here.
            MadeAt = rows.Exists(other => other.Id != row.Id && other.Title == row.Title && other.Date == row.Date) ? row.CreatedAt : null,
        });
    });
}

public sealed record PublishedReport(string Slug, string Title, string Network, DateOnly Date);

public sealed record OwnGathering(
    Id<Gathering> Id,
    string Title,
    string Network,
    DateOnly Date,
    bool IsDemo,
    Role Role,
    string? Code,
    string? PublishedSlug
)
{
    /// <summary>The address of its network, or null when that is not for the account.</summary>
    public string? NetworkSlug { get; init; }

    /// <summary>When it was created here, UTC, when another has the same name and day; otherwise null.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}
