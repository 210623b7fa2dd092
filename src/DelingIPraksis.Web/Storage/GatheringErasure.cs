using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Takes a gathering out of the database, whole, or the names of those who took part in it. The tables are found in the model, by their
/// column that says
/// which gathering, so that a table that is added later is not forgotten. When it answers, no byte of what was erased is left in the data
/// folder.
/// </summary>
internal sealed class GatheringErasure(Database database, Compaction compaction, TimeProvider time, ILogger<GatheringErasure> logger)
{
    // A field sends what is typed in it within seconds; what is this old belongs to nobody.
    private static readonly TimeSpan _orphaned = TimeSpan.FromDays(1);

    private static readonly string[] _erased = [Verbs.NameOf(typeof(GatheringErased)), Verbs.NameOf(typeof(RehearsalErased))];

    /// <summary>The names of a gathering are gone, or all of it: whoever keeps them in memory forgets them.</summary>
    public event Action<Id<Gathering>>? NamesGone;

    /// <summary>Erases it, in one transaction. Its log must refuse every change first, or one that waits would begin it anew.</summary>
    public async Task EraseAsync(Id<Gathering> gathering)
    {
        await database.WriteAsync(async context =>
        {
            await ErasePersonalAsync(context, gathering);
            foreach (var (table, column) in Columns(context))
            {
                // The names come from our own model, never from outside.
#pragma warning disable EF1002
                await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}}", gathering.Value);
#pragma warning restore EF1002
            }

            await Compaction.OweAsync(context);
        });
        NamesGone?.Invoke(gathering);
        await compaction.PayAsync();
        StorageLog.GatheringErased(logger, gathering.Value);
    }

    /// <summary>
    /// Erases the names that were given on joining, and what only those people could open: their links back and their drafts. Who took part
    /// for which party is left.
    /// </summary>
    public async Task EraseNamesAsync(Id<Gathering> gathering)
    {
        await database.WriteAsync(async context =>
        {
            await ErasePersonalAsync(context, gathering);
            await context
                .Set<Participant>()
                .Where(person => person.Gathering == gathering)
                .ExecuteUpdateAsync(person => person.SetProperty(there => there.Name, (string?)null));
            await Compaction.OweAsync(context);
        });
        NamesGone?.Invoke(gathering);
        await compaction.PayAsync();
        StorageLog.NamesErased(logger, gathering.Value);
    }

    /// <summary>
    /// Finishes what earlier erasures left: drafts that came after their gathering was gone, and bytes in the file. False when something is
    /// still owed.
    /// </summary>
    public async Task<bool> FinishAsync()
    {
        var old = time.GetUtcNow() - _orphaned;
        if (await database.ReadAsync(context => Orphans(context, old).AnyAsync()))
            await database.WriteAsync(async context =>
            {
                await Orphans(context, old).ExecuteDeleteAsync();
                await Compaction.OweAsync(context);
            });
        return await compaction.PayAsync();
    }

    /// <summary>Whether there is anything that <see cref="EraseNamesAsync"/> would erase.</summary>
    public Task<bool> HasNamesAsync(Id<Gathering> gathering) =>
        database.ReadAsync(context =>
            context
                .Set<Participant>()
                .Where(person => person.Gathering == gathering)
                .AnyAsync(person =>
                    person.Name != null
                    || context.Set<ReentryLink>().Any(link => link.Person == person.Person)
                    || context.Drafts.Any(draft => draft.Person == person.Person)
                )
        );

    /// <summary>Those that have been erased for everybody, but not from the database: the service was stopped in between.</summary>
    public Task<List<Id<Gathering>>> HalfErasedAsync() =>
        database.ReadAsync(context =>
            context.Log.Where(entry => _erased.Contains(entry.Verb)).Select(entry => entry.StreamId).Distinct().ToListAsync()
        );

    /// <summary>Every table that belongs to gatherings, with the column that says to which.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(Id<Gathering>) && entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName());

    private static IQueryable<Draft> Orphans(AppDbContext context, DateTimeOffset before) =>
        context.Drafts.Where(draft => draft.UpdatedAt < before && !context.Set<Participant>().Any(person => person.Person == draft.Person));

    // These tables know the person and not the gathering.
    private static async Task ErasePersonalAsync(AppDbContext context, Id<Gathering> gathering)
    {
        var people = await context
            .Set<Participant>()
            .Where(person => person.Gathering == gathering)
            .Select(person => person.Person)
            .ToListAsync();
        await context.Set<ReentryLink>().Where(link => people.Contains(link.Person)).ExecuteDeleteAsync();
        await context.Drafts.Where(draft => people.Contains(draft.Person)).ExecuteDeleteAsync();
    }
}
