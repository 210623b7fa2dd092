using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DelingIPraksis.Web.Storage;

/// <summary>Questions about tables, for which the model has no words. All names come from our own model, never from outside.</summary>
internal static class Tables
{
#pragma warning disable EF1002, EF1003
    /// <summary>Whether there is such a table. A database of an earlier version may lack it.</summary>
    public static Task<bool> HasTableAsync(this AppDbContext context, string table) => context.Database
        .SqlQueryRaw<int>(
            context.Database.IsSqlite()
                ? $"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
                : "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM pg_tables "
                    + $"WHERE schemaname = current_schema() AND tablename = '{table}'"
        )
        .AnyAsync(count => count > 0);

    /// <summary>How many rows have an id in a column.</summary>
    public static Task<int> CountRowsAsync(this AppDbContext context, string table, string column, Guid id) => context.Database
        .SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}", id)
        .SingleAsync();

    /// <summary>Deletes the rows that have an id in a column, in the transaction of the caller.</summary>
    public static Task DeleteRowsAsync(this AppDbContext context, string table, string column, Guid id) =>
        context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}}", id);

    /// <summary>
    /// Lays the rows that have an id in a column anew in the order of their keys, in the transaction of the caller, so that the table does
    /// not tell in which order they came. A table of SQLite without row numbers lies so by itself.
    /// </summary>
    public static async Task ForgetOrderAsync(this AppDbContext context, string table, string column, Guid id)
    {
        if (context.Database.IsSqlite()) return;
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlRawAsync(
            $"WITH taken AS (DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}} RETURNING *) "
                + $"INSERT INTO \"{table}\" SELECT * FROM taken ORDER BY \"Id\"",
            id
        );
    }

    /// <summary>Lets the database number new rows after those that are there. Rows that were moved brought their numbers.</summary>
    public static async Task ContinueNumbersAsync(this AppDbContext context)
    {
        // SQLite always goes on from the highest.
        if (context.Database.IsSqlite()) return;
        var numbered = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.ValueGenerated == ValueGenerated.OnAdd)
            .Where(property => property.ClrType == typeof(int) && property.IsPrimaryKey());
        foreach (var property in numbered.ToList())
        {
            var (table, column) = (property.DeclaringType.GetTableName(), property.GetColumnName());
            await context.Database.ExecuteSqlRawAsync(
                $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), "
                    + $"(SELECT COALESCE(MAX(\"{column}\"), 0) + 1 FROM \"{table}\"), false)"
            );
        }
    }
#pragma warning restore EF1002, EF1003
}
