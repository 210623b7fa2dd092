using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>What many rooms write at once: one transaction, and each gets the answer that it would have got alone.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private static readonly Actor _organiser = new Actor.Account(new(Guid.CreateVersion7()));

    private TestStore _store = null!;
    private GroupCommit _commit = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _commit = new GroupCommit(_store.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_store.Folder.Path, recursive: true);
    }

    [Fact]
    public async Task What_waits_at_the_same_time_is_written_together()
    {
        var contexts = new List<AppDbContext>();
        await WhileHeldAsync([.. Enumerable.Range(0, 20).Select(_ => (Func<AppDbContext, Task>)(context =>
        {
            contexts.Add(context);
            return Task.CompletedTask;
        }))]);
        Assert.Equal(20, contexts.Count);
        Assert.Single(contexts.Distinct());
    }

    [Fact]
    public async Task One_that_cannot_be_stored_hinders_no_other()
    {
        var rooms = Enumerable.Range(0, 6).Select(_ => new Id<Gathering>(Guid.CreateVersion7())).ToList();
        var writes = rooms.ConvertAll(room => (Func<AppDbContext, Task>)(context =>
        {
            context.Log.Add(Row(room));
            // The same place in the same log twice: the key refuses it.
            if (room == rooms[2]) context.Log.Add(Row(rooms[0]));
            return Task.CompletedTask;
        }));

        var answers = await WhileHeldAsync(writes);

        Assert.Equal([false, false, true, false, false, false], answers.ConvertAll(answer => answer.IsFaulted));
        foreach (var room in rooms.Where(room => room != rooms[2])) Assert.Single(await _store.Log.ChangeIdsAsync(room));
        Assert.Empty(await _store.Log.ChangeIdsAsync(rooms[2]));
    }

    private static LogEntry Row(Id<Gathering> room) =>
        LogEntry.From(room, new(1, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, _organiser, new Change.MessageSent("Hei")));

    // The first write waits at the gate, and the others behind it.
    private async Task<List<Task>> WhileHeldAsync(List<Func<AppDbContext, Task>> writes)
    {
        var held = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        var holding = _store.Database.MaintainAsync(async _ =>
        {
            entered.SetResult();
            await held.Task;
        });
        await entered.Task;
        var first = _commit.WriteAsync(_ => Task.CompletedTask);
        var answers = writes.ConvertAll(_commit.WriteAsync);
        held.SetResult();
        await Task.WhenAll(holding, first);
        await Task.WhenAny(Task.WhenAll(answers));
        return answers;
    }
}
