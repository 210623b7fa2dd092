using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>What is left of a gathering in the database.</summary>
internal static class StoredRows
{
    /// <summary>How many rows each table that belongs to gatherings has of this one.</summary>
    public static async Task<List<(string Table, int Rows)>> RowsOfAsync(this TestApplication application, Id<Gathering> id)
    {
        await using var context = await application.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var rows = new List<(string, int)>();
        foreach (var (table, column) in GatheringErasure.Columns(context).ToList())
            rows.Add((table, await context.CountRowsAsync(table, column, id.Value)));

        return rows;
    }
}
