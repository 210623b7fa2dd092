using System.Data.Common;
using System.Diagnostics;
using DelingIPraksis.Web.Shell.Watching;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Access to the database: read, write in one transaction behind the gate, or maintain the file. Each uses one short-lived context.
/// </summary>
/// <remarks>SQLite's asynchronous calls block the thread, so the work runs on the thread pool and the caller's thread is free.</remarks>
internal sealed class Database(IDbContextFactory<AppDbContext> contexts, WriteGate gate, IStore store)
{
    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => Task.Run(async () =>
    {
        store.Require();
        await using var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context);
    });

    /// <summary>
    /// Writes in one transaction, and returns when it is durable. Added entities are saved without a call of SaveChanges.
    /// </summary>
    public Task WriteAsync(Func<AppDbContext, Task> write) => InTurnAsync(async context =>
    {
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await write(context);
        await context.SaveChangesAsync();
        var began = Stopwatch.GetTimestamp();
        await transaction.CommitAsync();
        Measures.Commit.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    });

    /// <summary>Runs what cannot be in a transaction, such as VACUUM, while no other write of this process runs.</summary>
    public Task MaintainAsync(Func<DbConnection, Task> maintain) => InTurnAsync(async context =>
    {
        await context.Database.OpenConnectionAsync();
        await maintain(context.Database.GetDbConnection());
    });

    private Task InTurnAsync(Func<AppDbContext, Task> act) => Task.Run(async () =>
    {
        using var turn = await gate.EnterAsync();
        await store.RequireToWriteAsync();
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await act(context);
        }
        catch (Exception fault) when (StoreFault.IsLocked(fault))
        {
            gate.ReportLocked();
            throw;
        }

        // Hazard: a deleted file still accepts writes through an open handle, and they would be lost.
        store.Require();
    });
}
