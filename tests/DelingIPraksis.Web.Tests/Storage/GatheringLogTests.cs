using System.Diagnostics;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>The log by itself: what it keeps, what it refuses, and how fast it opens.</summary>
public class GatheringLogTests : IAsyncLifetime
{
    private readonly Id<Gathering> _id = new(Guid.CreateVersion7());
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_store.Folder.Path, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_rooms_for_one_gathering_cannot_fork_its_log()
    {
        await AppendAsync(Created(), Message(2));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => AppendAsync(Message(2)));
        Assert.Equal(2, (await _store.Log.ReadAfterAsync(_id, 0)).Count);
    }

    [Fact]
    public async Task The_same_change_cannot_be_kept_twice_and_nothing_of_its_batch_is()
    {
        var twice = Message(2);
        await AppendAsync(Created(), twice);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => AppendAsync(Message(3), twice with { Sequence = 4 }));
        Assert.Equal(2, (await _store.Log.ReadAfterAsync(_id, 0)).Count);
    }

    [Fact]
    public async Task Snapshot_and_tail_give_what_the_whole_log_gives()
    {
        var entries = new[] { Created() }.Concat(Enumerable.Range(2, 40).Select(number => Message(number))).ToArray();
        await AppendAsync(entries);
        await _store.Log.KeepSnapshotAsync(Snapshot.Of(Rules.Fold(new Gathering(_id), entries.Take(25))));
        Assert.Equal(Snapshot.Of(Rules.Fold(new Gathering(_id), entries)).State, Snapshot.Of(await _store.Log.FoldAsync(_id)).State);
    }

    [Fact]
    public async Task A_snapshot_of_another_shape_is_passed_over_and_replaced()
    {
        await AppendAsync(Created(), Message(2));
        await _store.Log.KeepSnapshotAsync(
            new Snapshot
            {
                StreamId = _id,
                Sequence = 1,
                SchemaVersion = Snapshot.Current + 1,
                State = "{}"u8.ToArray(),
                Checksum = [],
            }
        );
        var gathering = await _store.Log.FoldAsync(_id);
        Assert.Equal(2, gathering.Sequence);
        await _store.Log.KeepSnapshotAsync(Snapshot.Of(gathering));
        Assert.Equal(2, (await _store.Database.ReadAsync(context => context.Snapshots.SingleAsync())).Sequence);
    }

    [Fact]
    public async Task The_report_that_was_published_is_read_back_as_it_was()
    {
        await AppendAsync(Created(), Message(2, "da"), Message(3, "nå"));
        Assert.Equal("da", (await _store.Log.FoldToAsync(_id, 2)).Workshop.Messages[^1].Text.Value);
    }

    [Fact]
    public async Task The_index_follows_the_log_and_keeps_its_address()
    {
        await AppendAsync(Created());
        await AppendAsync(Entry(2, new Change.GatheringDescribed(Facts with { Title = "Nytt navn" })));
        var index = await _store.Database.ReadAsync(context => context.Gatherings.SingleAsync());
        Assert.Equal(
            ("Nytt navn", "apen-samling-2026", 1L),
            (index.Title, index.Slug, (long)(await _store.Database.ReadAsync(context => context.Staff.CountAsync())))
        );
    }

    [Fact]
    public async Task Two_gatherings_of_one_name_get_addresses_of_their_own()
    {
        await AppendAsync(Created());
        var other = new Id<Gathering>(Guid.CreateVersion7());
        var entry = Created() with { ChangeId = Guid.CreateVersion7() };
        await _store.Log.AppendAsync(other, [entry], [LogEntry.From(other, entry)]);
        var slugs = await _store.Database.ReadAsync(context =>
            context.Gatherings.OrderBy(index => index.Slug).Select(index => index.Slug).ToListAsync()
        );
        Assert.Equal(["apen-samling-2026", "apen-samling-2026-2"], slugs);
    }

    [Fact]
    public async Task A_gathering_of_ten_thousand_entries_opens_from_its_snapshot()
    {
        var entries = new[] { Created() }.Concat(Enumerable.Range(2, 9_999).Select(number => Message(number))).ToArray();
        await AppendAsync(entries);
        await _store.Log.KeepSnapshotAsync(Snapshot.Of(Rules.Fold(new Gathering(_id), entries.Take(9_600))));
        await _store.Log.FoldAsync(_id);
        var watch = Stopwatch.StartNew();
        var gathering = await _store.Log.FoldAsync(_id);
        var ids = await _store.Log.ChangeIdsAfterAsync(_id, 0);
        TestContext.Current.SendDiagnosticMessage($"A room of 10,000 entries opened in {watch.Elapsed.TotalMilliseconds:F0} ms.");
        Assert.Equal((10_000L, 10_000), (gathering.Sequence, ids.Count));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("other words")]
    [InlineData("later")]
    [InlineData("other checksum")]
    [InlineData("empty")]
    public async Task A_snapshot_that_is_not_what_was_written_is_thrown_away_and_made_anew_from_the_log(string tampering)
    {
        var entries = new[] { Created() }.Concat(Enumerable.Range(2, 9).Select(number => Message(number))).ToArray();
        await AppendAsync(entries);
        var whole = Rules.Fold(new Gathering(_id), entries);
        await _store.Log.KeepSnapshotAsync(Snapshot.Of(Rules.Fold(new Gathering(_id), entries.Take(8))));
        var written = await _store.Database.ReadAsync(context => context.Snapshots.SingleAsync());
        var (state, checksum) = (written.State, written.Checksum);
        var (tampered, place, sum) = tampering switch
        {
            "cut" => (state[..^40], 8L, checksum),
            "other words" => (
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(state).Replace("pen samling!", "pen tittel!", StringComparison.Ordinal)),
                8,
                checksum
            ),
            "later" => (state, 15, checksum),
            "other checksum" => (state, 8, new byte[32]),
            _ => ([], 8, checksum),
        };
        await _store.Database.WriteAsync(context => context.Snapshots.ExecuteUpdateAsync(there => there
            .SetProperty(snapshot => snapshot.State, tampered)
            .SetProperty(snapshot => snapshot.Sequence, place)
            .SetProperty(snapshot => snapshot.Checksum, sum)));
        Assert.Equal(GatheringJson.Write(whole), GatheringJson.Write(await _store.Log.FoldAsync(_id)));
        var kept = await _store.Database.ReadAsync(context => context.Snapshots.SingleAsync());
        Assert.Equal((10, GatheringJson.Write(whole)), (kept.Sequence, GatheringJson.Write(kept.ToGathering()!)));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(5, true)]
    [InlineData(1, false)]
    public async Task An_entry_that_is_missing_is_noticed_also_behind_a_snapshot(int missing, bool hasSnapshot)
    {
        var entries = new[] { Created() }.Concat(Enumerable.Range(2, 9).Select(number => Message(number))).ToArray();
        await AppendAsync(entries);
        if (hasSnapshot) await _store.Log.KeepSnapshotAsync(Snapshot.Of(Rules.Fold(new Gathering(_id), entries.Take(8))));
        await _store.Database.WriteAsync(context => context.Log.Where(entry => entry.Sequence == missing).ExecuteDeleteAsync());
        var fault = await Assert.ThrowsAsync<LogFaultException>(() => _store.Log.FoldAsync(_id));
        Assert.Equal(LogFault.Missing, fault.Fault);
        Assert.Contains($"innføring {missing} mangler", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LogFaultException>(() => _store.Log.FoldToAsync(_id, 8));
    }

    [Theory]
    [InlineData("other verb", LogFault.FromNewerEdition)]
    [InlineData("one more property", LogFault.FromNewerEdition)]
    [InlineData("other actor", LogFault.FromNewerEdition)]
    [InlineData("cut", LogFault.Unreadable)]
    [InlineData("null", LogFault.Unreadable)]
    [InlineData("the first again", LogFault.DoesNotStand)]
    internal async Task An_entry_that_cannot_be_read_or_does_not_stand_is_told_apart(string tampering, LogFault expected)
    {
        await AppendAsync(Created(), Message(2), Message(3), Message(4));
        var rows = await _store.Database.ReadAsync(context => context.Log.OrderBy(entry => entry.Sequence).ToListAsync());
        var (actor, payload) = (rows[2].Actor, rows[2].Payload);
        (actor, payload) = tampering switch
        {
            "other verb" => (actor, """{"verb":"note-sung"}"""),
            "one more property" => (actor, payload[..^1] + ""","colour":"red"}"""),
            "other actor" => ("""{"is":"robot"}""", payload),
            "cut" => (actor, payload[..20]),
            "null" => (actor, "null"),
            _ => (actor, rows[0].Payload),
        };
        await _store.Database.WriteAsync(context => context.Log.Where(entry => entry.Sequence == 3).ExecuteUpdateAsync(there => there
            .SetProperty(entry => entry.Actor, actor)
            .SetProperty(entry => entry.Payload, payload)));
        var fault = await Assert.ThrowsAsync<LogFaultException>(() => _store.Log.FoldAsync(_id));
        Assert.Equal(expected, fault.Fault);
        Assert.DoesNotContain("Melding", fault.Message, StringComparison.Ordinal);
    }

    private static readonly GatheringFacts Facts = GatheringFacts.None with
    {
        Network = "Nett",
        Title = "Åpen samling!",
        Date = new DateOnly(2026, 11, 24),
    };

    private static Entry Created() => Entry(1, new Change.GatheringCreated(Facts, IsDemo: false));

    private static Entry Message(long sequence, string? text = null) =>
        Entry(sequence, new Change.MessageSent(text ?? $"Melding {sequence}"));

    private static Entry Entry(long sequence, Change change) =>
        new(
            sequence,
            Guid.CreateVersion7(),
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero).AddSeconds(sequence),
            new Actor.Account(new(new Guid("00000000-0000-0000-0000-000000000001"))),
            change
        );

    private Task AppendAsync(params Entry[] entries) =>
        _store.Log.AppendAsync(_id, entries, [.. entries.Select(entry => LogEntry.From(_id, entry))]);

    private protected virtual Task<TestStore> OpenAsync() => TestStore.OpenAsync();
}
