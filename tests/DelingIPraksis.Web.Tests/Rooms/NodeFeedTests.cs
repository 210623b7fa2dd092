using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>The node's copy of a gathering, and those who follow it.</summary>
public sealed class NodeFeedTests : IAsyncLifetime
{
    private readonly Id<Gathering> _id = new(Guid.CreateVersion7());
    private readonly FakeTimeProvider _time = new();
    private TestStore _store = null!;
    private NodeFeed _feed = null!;
    private readonly List<Entry> _log = [];

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _feed = new NodeFeed(_store.Log, _time, NullLogger<NodeFeed>.Instance);
        var facts = GatheringFacts.None with { Network = "Nett", Title = "Samling", Date = new DateOnly(2026, 11, 24) };
        await KeepAsync(new Change.GatheringCreated(facts, IsDemo: false));
    }

    public async ValueTask DisposeAsync()
    {
        _feed.Dispose();
        await _store.DisposeAsync();
        Directory.Delete(_store.Folder.Path, recursive: true);
    }

    [Fact]
    public async Task All_who_look_share_one_snapshot()
    {
        using var one = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.CompletedTask);
        using var other = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.CompletedTask);
        Assert.Same(one.Current, other.Current);
        Assert.Same(one.Current, await _feed.ReadAsync(_id));
    }

    [Fact]
    public async Task A_gap_makes_the_node_read_the_log()
    {
        using var following = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.CompletedTask);
        await KeepAsync(new Change.MessageSent("to"));
        await KeepAsync(new Change.MessageSent("tre"));
        _feed.Deliver(_id, [_log[^1]]);
        Assert.Equal((3L, "tre"), ((await _feed.ReadAsync(_id)).Sequence, following.Current.Workshop.Messages[^1].Text.Value));
    }

    [Fact]
    public async Task Entries_repeated_out_of_order_and_dropped_end_in_what_the_log_says()
    {
        var random = new Random(7);
        using var following = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.CompletedTask);
        foreach (var number in Enumerable.Range(0, 60)) await KeepAsync(new Change.MessageSent($"Melding {number}"));
        var sent = _log.SelectMany(entry => Enumerable.Repeat(entry, random.Next(0, 3))).ToArray();
        random.Shuffle(sent);
        foreach (var entry in sent) _feed.Deliver(_id, [entry]);
        _feed.Deliver(_id, [_log[^1]]);
        Assert.Equal(Snapshot.Of(await _store.Log.FoldAsync(_id)).State, Snapshot.Of(await _feed.ReadAsync(_id)).State);
        Assert.Equal(_log.Count, following.Current.Sequence);
    }

    [Fact]
    public async Task A_listener_that_hangs_or_throws_holds_nobody_up()
    {
        var hangs = new TaskCompletionSource();
        var seen = new TaskCompletionSource<long>();
        using var hanging = await _feed.FollowAsync(_id, _ => true, (_, _) => hangs.Task);
        using var throwing = await _feed.FollowAsync(_id, _ => true, (_, _) => throw new InvalidOperationException("broken screen"));
        using var wild = await _feed.FollowAsync(
            _id,
            _ => throw new InvalidOperationException("broken question"),
            (_, _) => Task.CompletedTask
        );
        using var sound = await _feed.FollowAsync(_id, _ => true, (newest, _) =>
        {
            if (newest.Sequence == 51) seen.TrySetResult(newest.Sequence);
            return Task.CompletedTask;
        });
        foreach (var number in Enumerable.Range(0, 50)) _feed.Deliver(_id, [await KeepAsync(new Change.MessageSent($"{number}"))]);
        Assert.Equal(51, await seen.Task);
        hangs.SetResult();
    }

    [Fact]
    public async Task A_slow_listener_skips_to_the_newest_and_is_told_of_all_that_came()
    {
        var let = new TaskCompletionSource();
        var calls = new List<(long Sequence, Impact Impact)>();
        var last = new TaskCompletionSource();
        using var slow = await _feed.FollowAsync(_id, _ => true, async (newest, impact) =>
        {
            calls.Add((newest.Sequence, impact));
            await let.Task;
            if (newest.Sequence == 22) last.TrySetResult();
        });
        _feed.Deliver(_id, [await KeepAsync(new Change.MessageSent("først"))]);
        await KeepAsync(new Change.MessageSent("mange"));
        foreach (var number in Enumerable.Range(0, 19)) await KeepAsync(new Change.MessageSent($"{number}"));
        foreach (var entry in _log.Skip(2)) _feed.Deliver(_id, [entry]);
        let.SetResult();
        await last.Task;
        Assert.InRange(calls.Count, 1, 3);
        Assert.True(calls[^1].Impact.Everybody);
    }

    [Fact]
    public async Task One_that_is_not_concerned_is_not_called_and_one_that_has_left_is_not_either()
    {
        var calls = 0;
        var seen = new TaskCompletionSource();
        using var unconcerned = await _feed.FollowAsync(
            _id,
            impact => !impact.Everybody,
            (_, _) => Task.FromResult(Interlocked.Increment(ref calls))
        );
        var left = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.FromResult(Interlocked.Increment(ref calls)));
        left.Dispose();
        left.Dispose();
        using var there = await _feed.FollowAsync(_id, _ => true, (_, _) =>
        {
            seen.TrySetResult();
            return Task.CompletedTask;
        });
        _feed.Deliver(_id, [await KeepAsync(new Change.MessageSent("hei"))]);
        await seen.Task;
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task What_nobody_looks_at_is_let_go_and_read_again_when_somebody_does()
    {
        var following = await _feed.FollowAsync(_id, _ => true, (_, _) => Task.CompletedTask);
        _time.Advance(2 * NodeFeed.Idle);
        Assert.Equal(1, _feed.Count);
        following.Dispose();
        _time.Advance(2 * NodeFeed.Idle);
        Assert.Equal(0, _feed.Count);
        await KeepAsync(new Change.MessageSent("imens"));
        Assert.Equal(2, (await _feed.ReadAsync(_id)).Sequence);
    }

    [Fact]
    public async Task A_thousand_who_come_and_go_leave_nothing_behind()
    {
        var alive = await ComeAndGoAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // The last ones may still lie on a stack.
        Assert.InRange(alive.Count(screen => screen.IsAlive), 0, 2);
    }

    private async Task<List<WeakReference>> ComeAndGoAsync()
    {
        var screens = new List<WeakReference>();
        foreach (var _ in Enumerable.Range(0, 1_000))
        {
            var screen = new Screen();
            screens.Add(new WeakReference(screen));
            (await _feed.FollowAsync(_id, _ => true, screen.ShowAsync)).Dispose();
        }

        return screens;
    }

    private async Task<Entry> KeepAsync(Change change)
    {
        var entry = new Entry(_log.Count + 1, Guid.CreateVersion7(), _time.GetUtcNow(), new Actor.Application(), change);
        await _store.Log.AppendAsync(_id, [entry], [LogEntry.From(_id, entry)]);
        _log.Add(entry);
        return entry;
    }

    private sealed class Screen
    {
        private Gathering? _shown;

        public Task ShowAsync(Gathering gathering, Impact impact)
        {
            _shown = impact.Everybody ? gathering : _shown;
            return Task.CompletedTask;
        }
    }
}
