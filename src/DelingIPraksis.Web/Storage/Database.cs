using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// The ways to the database: read, write in one transaction behind the gate, or maintain the file. Each is one short context.
/// </summary>
/// <remarks>
/// SQLite's asynchronous calls do not wait asynchronously, so the work is given to the pool and the caller has its thread back.
/// </remarks>
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
    public Task WriteAsync(Func<AppDbContext, Task> write) => InTurnAsync(async context =>
    {
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await write(context);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    });

    /// <summary>Does what no transaction may hold, such as VACUUM, while nobody in this process writes.</summary>
    public Task MaintainAsync(Func<DbConnection, Task> maintain) => InTurnAsync(async context =>
    {
        await context.Database.OpenConnectionAsync();
        await maintain(context.Database.GetDbConnection());
    });

    private Task InTurnAsync(Func<AppDbContext, Task> act) => Task.Run(async () =>
    {
        using var turn = await gate.EnterAsync();
        folder.RequireDatabase();
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await act(context);
        }
        catch (Exception fault) when (StoreFault.IsHeld(fault))
        {
            gate.SayHeld();
            throw;
        }

        // A file that was unlinked meanwhile still takes writes through its open handle; nothing of that would be found again.
        folder.RequireDatabase();
    });
}
