using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Erases a gathering from the database, or the names of its participants. It finds the tables in the model by their gathering column, so
/// that a new table is not forgotten. When it returns, no byte of the erased data is left in the data folder.
/// </summary>
internal sealed class GatheringErasure(
    Database database,
    Compaction compaction,
    IEnumerable<IDerivedFromGatherings> derived,
    FileStore files,
    TimeProvider time,
    ILogger<GatheringErasure> logger
)
{
    // A field submits its text within seconds, so a draft this old belongs to nobody.
    private static readonly TimeSpan _orphaned = TimeSpan.FromDays(1);

    private static readonly string[] _erased = [Verbs.NameOf(typeof(GatheringErased)), Verbs.NameOf(typeof(RehearsalErased))];

    private static readonly string _personErased = Verbs.NameOf(typeof(PersonErased));

    /// <summary>Raised when the names of a gathering, or all of it, are erased. Caches of names must forget them.</summary>
    public event Action<Id<Gathering>>? NamesGone;

    /// <summary>
    /// Erases it in one transaction. Hazard: its log must refuse every change first, or a waiting change would recreate it.
    /// </summary>
    public async Task EraseAsync(Id<Gathering> gathering)
    {
        await database.WriteAsync(async context =>
        {
            await ErasePersonalAsync(context, gathering);
            await DeleteRowsAsync(context, Columns(context), gathering.Value);

            await Compaction.RequestAsync(context);
        });
        NamesGone?.Invoke(gathering);
        foreach (var made in derived) await made.ForgetAsync(gathering);
        await files.SweepAsync();
        await compaction.RunPendingAsync();
        StorageLog.GatheringErased(logger, gathering.Value);
    }

    /// <summary>
    /// Erases the names that participants gave, their re-entry links and drafts, and every row that says who or where somebody is. The
    /// memberships stay.
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
            await Compaction.RequestAsync(context);
        });
        NamesGone?.Invoke(gathering);
        await compaction.RunPendingAsync();
        StorageLog.NamesErased(logger, gathering.Value);
    }

    /// <summary>
    /// Erases what identifies one person: every row of a table with a column for the person. The log has only the number, which then leads
    /// nowhere.
    /// </summary>
    public async Task ErasePersonAsync(Id<Gathering> gathering, Id<Person> person)
    {
        await database.WriteAsync(async context =>
        {
            await EraseRowsOfAsync(context, person);
            await Compaction.RequestAsync(context);
        });
        NamesGone?.Invoke(gathering);
        await compaction.RunPendingAsync();
        StorageLog.PersonErased(logger, gathering.Value);
    }

    /// <summary>Every table with data of people who take part, and its column for the person.</summary>
    internal static IEnumerable<(string Table, string Column)> ColumnsOfPeople(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(Id<Person>) && entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName());

    /// <summary>
    /// Completes what earlier erasures left: drafts that came later, bytes in the database, and files that nothing refers to. False when
    /// something is still left.
    /// </summary>
    public async Task<bool> FinishAsync()
    {
        var old = time.GetUtcNow() - _orphaned;
        if (await database.ReadAsync(context => Orphans(context, old).AnyAsync()))
            await database.WriteAsync(async context =>
            {
                await Orphans(context, old).ExecuteDeleteAsync();
                await Compaction.RequestAsync(context);
            });
        foreach (var (gathering, person) in await PartlyErasedPeopleAsync()) await ErasePersonAsync(gathering, person);
        return await files.SweepAsync() & await compaction.RunPendingAsync();
    }

    /// <summary>The gathering of a person; the empty id when there is no such person.</summary>
    internal static Task<Id<Gathering>> GatheringOfAsync(AppDbContext context, Id<Person> person) =>
        context.Set<Participant>().Where(known => known.Person == person).Select(known => known.Gathering).FirstOrDefaultAsync();

    /// <summary>Deletes every row of a person, in the transaction of the caller, who asks for the compaction.</summary>
    internal static Task EraseRowsOfAsync(AppDbContext context, Id<Person> person) =>
        DeleteRowsAsync(context, ColumnsOfPeople(context), person.Value);

    /// <summary>Deletes every row that has an id in one of some columns, in the transaction of the caller.</summary>
    internal static async Task DeleteRowsAsync(AppDbContext context, IEnumerable<(string Table, string Column)> columns, Guid id)
    {
        foreach (var (table, column) in columns) await context.DeleteRowsAsync(table, column, id);
    }

    // People who are erased in the log and not yet from the tables, because the service was stopped in between.
    private async Task<List<(Id<Gathering> Gathering, Id<Person> Person)>> PartlyErasedPeopleAsync()
    {
        var entries = await database.ReadAsync(context => context.Log.Where(entry => entry.Verb == _personErased).ToListAsync());
        var erased = entries.ConvertAll(entry => (entry.StreamId, ((PersonErased)entry.ToEntry().Change).Person));
        if (erased.Count == 0) return [];
        var people = erased.ConvertAll(one => one.Person);
        var left = await database.ReadAsync(context =>
            context.Set<Participant>().Where(person => people.Contains(person.Person)).Select(person => person.Person).ToListAsync());
        return erased.FindAll(one => left.Contains(one.Person));
    }

    /// <summary>Every table of rows that go with the names, and its column for the gathering.</summary>
    internal static IEnumerable<(string Table, string Column)> ColumnsOfContacts(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        where typeof(IErasedWithNames).IsAssignableFrom(entity.ClrType)
        select (entity.GetTableName()!, entity.FindProperty(nameof(IErasedWithNames.Gathering))!.GetColumnName());

    private static async Task<bool> HasContactsAsync(AppDbContext context, Id<Gathering> gathering)
    {
        foreach (var (table, column) in ColumnsOfContacts(context))
            if (await context.CountRowsAsync(table, column, gathering.Value) > 0)
                return true;
        return false;
    }

    /// <summary>Whether there is anything that <see cref="EraseNamesAsync"/> would erase.</summary>
    public Task<bool> HasNamesAsync(Id<Gathering> gathering) =>
        database.ReadAsync(async context =>
            await HasContactsAsync(context, gathering) || await context
                .Set<Participant>()
                .Where(person => person.Gathering == gathering)
                .AnyAsync(person =>
                    person.Name != null
                    || context.Set<ReentryLink>().Any(link => link.Person == person.Person)
                    || context.Drafts.Any(draft => draft.Person == person.Person)
                )
        );

    /// <summary>
    /// Gatherings that are erased for everybody but not yet from the database, because the service was stopped in between.
    /// </summary>
    public Task<List<Id<Gathering>>> PartlyErasedAsync() =>
        database.ReadAsync(context =>
            context.Log.Where(entry => _erased.Contains(entry.Verb)).Select(entry => entry.StreamId).Distinct().ToListAsync()
        );

    /// <summary>Every table with data of gatherings, and its gathering column.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
        where type == typeof(Id<Gathering>) && entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName());

    private static IQueryable<Draft> Orphans(AppDbContext context, DateTimeOffset before) =>
        context.Drafts.Where(draft => draft.UpdatedAt < before && !context.Set<Participant>().Any(person => person.Person == draft.Person));

    // These tables have the person and not the gathering.
    private static async Task ErasePersonalAsync(AppDbContext context, Id<Gathering> gathering)
    {
        await DeleteRowsAsync(context, ColumnsOfContacts(context), gathering.Value);
        var people = await context
            .Set<Participant>()
            .Where(person => person.Gathering == gathering)
            .Select(person => person.Person)
            .ToListAsync();
        await context.Set<ReentryLink>().Where(link => people.Contains(link.Person)).ExecuteDeleteAsync();
        await context.Drafts.Where(draft => people.Contains(draft.Person)).ExecuteDeleteAsync();
    }
}
