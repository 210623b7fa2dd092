using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Takes a gathering out of the database, whole. The tables are found in the model, by their column that says which gathering, so that a
/// table that is added later is not forgotten.
/// </summary>
internal sealed class GatheringErasure(Database database)
{
    /// <summary>Erases it, in one transaction. Its room must refuse every change first, or one that waits would begin it anew.</summary>
    public Task EraseAsync(Id<Gathering> gathering) => database.WriteAsync(async context =>
    {
        var people = await context.Set<Access.Participant>().Where(person => person.Gathering == gathering).Select(person => person.Person).ToListAsync();
        await context.Set<Access.ReentryLink>().Where(link => people.Contains(link.Person)).ExecuteDeleteAsync();
        foreach (var (table, column) in Columns(context))
        {
            // The names come from our own model, never from outside.
#pragma warning disable EF1002
            await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}}", gathering.Value);
#pragma warning restore EF1002
        }
    });

    /// <summary>Every table that belongs to gatherings, with the column that says to which.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(Id<Gathering>) && entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName());
}
