using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>The two ways to the database: read, or write in one transaction behind the gate. Either is one short context.</summary>
/// <remarks>SQLite's asynchronous calls do not wait asynchronously, so the work is given to the pool and the caller has its thread back.</remarks>
internal sealed class Database(IDbContextFactory<AppDbContext> contexts, WriteGate gate, DataFolder folder)
{
    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => Task.Run(async () =>
    {
        folder.RequireDatabase();
        await using var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context);
    });

    /// <summary>Writes, and returns when it is durable: all of it or nothing. What is only added need not be saved by the caller.</summary>
    public Task WriteAsync(Func<AppDbContext, Task> write) => Task.Run(async () =>
    {
        using var turn = await gate.EnterAsync();
        folder.RequireDatabase();
        await using (var context = await contexts.CreateDbContextAsync())
        {
            context.Database.AutoSavepointsEnabled = false;
            await using var transaction = await context.Database.BeginTransactionAsync();
            await write(context);
            await context.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        // A file that was unlinked meanwhile still takes writes through its open handle; nothing of that would be found again.
        folder.RequireDatabase();
    });
}
