using System.Collections.Concurrent;
using System.Diagnostics;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>R4: what happens to a room when its store fails, and when it is mended.</summary>
public sealed class StoreFaultTests : IAsyncDisposable
{
    private readonly TestApplication _application = TestApplication.Started();

    private IRooms Rooms => _application.Rooms;

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_folder_that_vanishes_is_said_at_once_and_the_room_works_again_when_it_is_back()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var before = await Rooms.ReadAsync(gathering.Id);
        var (note, id) = (ANote(), Guid.CreateVersion7());
        var away = _application.Data + "-away";
        Directory.Move(_application.Data, away);
        Assert.IsType<Reply.NotStored>(await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
        Assert.Same(before, await Rooms.ReadAsync(gathering.Id));
        Assert.False(Directory.Exists(_application.Data));
        Directory.Move(away, _application.Data);
        Assert.Equal(new Reply.Kept(before.Sequence + 1), await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
        Assert.Single(Notes(await Rooms.ReadAsync(gathering.Id)));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_said_and_the_room_works_again_when_it_lets_go()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var (note, id) = (ANote(), Guid.CreateVersion7());
        await using (var holder = new SqliteConnection($"Data Source={Path.Combine(_application.Data, "deling.db")};Pooling=False"))
        {
            await holder.OpenAsync();
            await using var held = holder.BeginTransaction();
            Assert.IsType<Reply.NotStored>(await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
            Assert.Empty(Notes(await Rooms.ReadAsync(gathering.Id)));
        }

        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
    }

    [Fact]
    public async Task All_that_waits_while_a_batch_is_written_is_kept_in_one_transaction()
    {
        var gathering = await Rooms.GivenBoardAsync();
        using var commits = new Commits(_application.Data);
        Task<long>[] kept;
        using (await _application.Services.GetRequiredService<WriteGate>().EnterAsync())
            kept = [.. Enumerable.Range(0, 200).Select(number => Rooms.MustKeepAsync(gathering.Id, gathering.Seats[number % 2].Actor, ANote()))];
        await Task.WhenAll(kept);
        Assert.InRange(commits.Count, 1, 20);
    }

    [Fact]
    public async Task Not_ready_while_nothing_can_be_stored_and_ready_again_after()
    {
        using var client = new HttpClient { BaseAddress = _application.Address };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Directory.Move(_application.Data, _application.Data + "-away");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Directory.Move(_application.Data + "-away", _application.Data);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    private static IEnumerable<object> Notes(Gathering gathering) => gathering.Workshop.Work.Values.SelectMany(work => work.Notes);

    /// <summary>Counts the transactions committed to one database, as EF Core tells of them.</summary>
    private sealed class Commits : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _folder;
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];
        private int _count;

        public Commits(string folder)
        {
            _folder = folder;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.TransactionCommitting.Name && value.Value is TransactionEventData { Transaction.Connection.DataSource: { } file }
                && file.StartsWith(_folder, StringComparison.Ordinal)) Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
        }
    }
}
