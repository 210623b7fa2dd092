using System.Collections.Concurrent;
using System.Diagnostics;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Service;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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
    public async Task Many_rooms_that_wait_behind_a_file_that_another_program_holds_are_answered_together_and_not_one_after_the_other()
    {
        var gatherings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Rooms.GivenBoardAsync()));
        var drafts = _application.Services.GetRequiredService<Web.Storage.IDrafts>();
        await using (var holder = new SqliteConnection($"Data Source={Path.Combine(_application.Data, "deling.db")};Pooling=False"))
        {
            await holder.OpenAsync();
            await using var held = holder.BeginTransaction();
            var failures = 0;
            await Task.WhenAll(gatherings.Select(async gathering =>
            {
                Assert.IsType<Reply.NotStored>(
                    await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, ANote(), Guid.CreateVersion7())
                );
                Interlocked.Increment(ref failures);
            }).Append(Assert.ThrowsAnyAsync<Exception>(() => drafts.KeepAsync(gatherings[0].Seats[0].Person, "felt", "ord"))));
            // Those who stood behind the one that waited in the driver took part in its wait.
            Assert.Equal(8, failures);
            Assert.InRange(_application.Services.GetRequiredService<WriteGate>().TimesLocked, 1, 2);
        }

        Assert.All(
            await Task.WhenAll(
                gatherings.Select(gathering => Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, ANote(), Guid.CreateVersion7()))
            ),
            reply => Assert.IsType<Reply.Kept>(reply)
        );
    }

    [Fact]
    public async Task All_that_waits_while_a_batch_is_written_is_kept_in_one_transaction()
    {
        var gathering = await Rooms.GivenBoardAsync();
        using var commits = new Commits(_application.Data);
        Task<long>[] kept;
        using (await _application.Services.GetRequiredService<WriteGate>().EnterAsync())
            kept =
            [
                .. Enumerable.Range(0, 200).Select(number => Rooms.MustKeepAsync(gathering.Id, gathering.Seats[number % 2].Actor, ANote())),
            ];
        await Task.WhenAll(kept);
        Assert.InRange(commits.Count, 1, 20);
    }

    [Fact]
    public async Task Not_ready_while_nothing_can_be_stored_and_ready_again_after()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var application = TestApplication.Started(time: time);
        using var client = new HttpClient { BaseAddress = application.Address };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Directory.Move(application.Data, application.Data + "-away");
        time.Advance(ReadyCheck.CacheDuration);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Directory.Move(application.Data + "-away", application.Data);
        time.Advance(ReadyCheck.CacheDuration);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task However_often_it_is_asked_whether_it_is_ready_one_write_and_one_room_answer_for_a_second()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var application = TestApplication.Started(time: time);
        using var client = new HttpClient { BaseAddress = application.Address };
        using var commits = new Commits(application.Data);
        for (var second = 1; second <= 2; second++)
        {
            for (var ask = 0; ask < 20; ask++)
                Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
            Assert.Equal(second, commits.Count);
            time.Advance(ReadyCheck.CacheDuration);
        }
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
            if (
                value.Key == RelationalEventId.TransactionCommitting.Name
                && value.Value is TransactionEventData { Transaction.Connection.DataSource: { } file }
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
