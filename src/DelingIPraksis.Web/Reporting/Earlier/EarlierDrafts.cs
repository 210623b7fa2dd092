using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>A draft in the list of an account.</summary>
internal sealed record EarlierDraftLine(Guid Id, string Name, DateTimeOffset UpdatedAt);

/// <summary>The earlier reports that are being corrected. Only the account that brought one in may see it.</summary>
internal sealed class EarlierDrafts(Database database, Compaction compaction, TimeProvider time) : IKeptForATime
{
    /// <summary>How many an account may have at a time. Each may be as large as a file may be.</summary>
    public const int Most = 20;

    /// <summary>How long one is kept after it was last changed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Keeps a new one. Null when the account has too many.</summary>
    public async Task<Guid?> AddAsync(Id<User> owner, string name, byte[] content, EarlierReport report)
    {
        Guid? made = null;
        await database.WriteAsync(async context =>
        {
            var now = time.GetUtcNow();
            var drafts = context.Set<EarlierDraft>();
            made = null;
            // One that is too old no longer counts, also when nobody has erased it yet.
            if (await drafts.CountAsync(draft => draft.Owner == owner && draft.UpdatedAt >= now - Kept) >= Most) return;
            made = Guid.CreateVersion7();
            drafts.Add(new EarlierDraft
            {
                Id = made.Value,
                Owner = owner,
                Name = FileNames.Clean(name),
                Content = content,
                Report = JsonSerializer.Serialize(report, _json),
                UpdatedAt = now,
            });
        });
        return made;
    }

    /// <inheritdoc/>
    public async Task<bool> EraseOldAsync()
    {
        var before = time.GetUtcNow() - Kept;
        var gone = 0;
        await database.WriteAsync(async context =>
        {
            gone = await context.Set<EarlierDraft>().Where(draft => draft.UpdatedAt < before).ExecuteDeleteAsync();
            if (gone > 0) await Compaction.RequestAsync(context);
        });
        return gone == 0 || await compaction.RunPendingAsync();
    }

    public Task<List<EarlierDraftLine>> OfAsync(Id<User> owner) => database.ReadAsync(context => context.Set<EarlierDraft>()
        .Where(draft => draft.Owner == owner)
        .OrderByDescending(draft => draft.UpdatedAt)
        .Select(draft => new EarlierDraftLine(draft.Id, draft.Name, draft.UpdatedAt))
        .ToListAsync());

    /// <summary>The name of its file, and the report as corrected so far; null when there is none of this account.</summary>
    public async Task<(string Name, EarlierReport Report)?> FindAsync(Guid id, Id<User> owner) =>
        await database.ReadAsync(context => context.Set<EarlierDraft>()
            .Where(draft => draft.Id == id && draft.Owner == owner)
            .Select(draft => new { draft.Name, draft.Report })
            .FirstOrDefaultAsync()) is { } found
            ? (found.Name, JsonSerializer.Deserialize<EarlierReport>(found.Report, _json)!)
            : null;

    public Task<byte[]?> ContentAsync(Guid id, Id<User> owner) => database.ReadAsync(context => context.Set<EarlierDraft>()
        .Where(draft => draft.Id == id && draft.Owner == owner)
        .Select(draft => draft.Content)
        .FirstOrDefaultAsync());

    /// <summary>Keeps a correction. False when the draft is there no longer.</summary>
    public async Task<bool> WriteAsync(Guid id, Id<User> owner, EarlierReport report)
    {
        var (written, text, now) = (0, JsonSerializer.Serialize(report, _json), time.GetUtcNow());
        await database.WriteAsync(async context => written = await context.Set<EarlierDraft>()
            .Where(draft => draft.Id == id && draft.Owner == owner)
            .ExecuteUpdateAsync(draft => draft.SetProperty(there => there.Report, text).SetProperty(there => there.UpdatedAt, now)));
        return written > 0;
    }

    public Task RemoveAsync(Guid id, Id<User> owner) => database.WriteAsync(context =>
        context.Set<EarlierDraft>().Where(draft => draft.Id == id && draft.Owner == owner).ExecuteDeleteAsync());

    /// <summary>The networks that the gatherings of an account belong to.</summary>
    public Task<List<string>> NetworksAsync(Id<User> owner) => database.ReadAsync(context => context.Staff
        .Where(staff => staff.User == owner)
        .Join(context.Gatherings.Where(gathering => !gathering.IsDemo), staff => staff.Gathering, gathering => gathering.Id,
            (_, gathering) => gathering.Network)
        .Where(network => network != "")
        .Distinct()
        .OrderBy(network => network)
        .Take(50)
        .ToListAsync());
}
