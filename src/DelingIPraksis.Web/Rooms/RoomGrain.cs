using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// A gathering's room, where a change goes all its way: it waits for its turn, the <see cref="Rules"/> say whether it stands, the log makes
/// it durable, and only then is it answered and shown.
/// </summary>
/// <remarks>
/// Everything that waits while one batch is written goes into the next, as one transaction (group commit): the more that comes, the less
/// each costs. When a batch cannot be kept, nothing has happened; the room forgets what it knows and reads the log again before it goes
/// on, because only the log can say whether a commit that failed to answer was made.
/// </remarks>
[Reentrant]
internal sealed class RoomGrain(GatheringLog log, GatheringErasure erasure, NodeFeed feed, TimeProvider time, ILogger<RoomGrain> logger)
    : Grain,
        IRoomGrain
{
    private const int EntriesBetweenSnapshots = 500;
    private const int LargestBatch = 500;

    private readonly Queue<Waiting> _waiting = [];
    private RoomMemory? _memory;
    private bool _draining;
    private long _snapshotAt;
    private bool _emptied;

    private Id<Gathering> Id => new(this.GetPrimaryKey());

    public Task<Immutable<Reply>> SubmitAsync(Immutable<Submission> submission)
    {
        var waiting = new Waiting(submission.Value);
        _waiting.Enqueue(waiting);
        if (!_draining) _ = DrainAsync();
        return waiting.Answer.Task;
    }

    private async Task DrainAsync()
    {
        _draining = true;
        // Those who came in the same moment come along in the first batch.
        await Task.Yield();
        while (_waiting.Count > 0)
        {
            var turn = new List<Waiting>();
            while (turn.Count < LargestBatch && _waiting.TryDequeue(out var next)) turn.Add(next);
            // Tried twice, since what the room knows may be out of date. That is not why another program holds the database.
            if (await TryKeepAsync(turn) is not { } fault || (!StoreFault.IsHeld(fault) && (fault = await TryKeepAsync(turn)) is null))
                continue;
            RoomsLog.NotKept(logger, fault, Id.Value, turn.Count);
            foreach (var waiting in turn) waiting.Answer.TrySetResult(new Reply.NotStored().AsImmutable<Reply>());
        }

        _draining = false;
        // Ids can be made up without end, and a room without a gathering has nothing to remember. One that was erased remembers its answer.
        if (_memory is { Gathering: { Exists: false, Erased: false } }) DeactivateOnIdle();
    }

    /// <summary>Decides, keeps, shows and answers; or says what hindered it, and nothing has happened.</summary>
    private async Task<Exception?> TryKeepAsync(List<Waiting> turn)
    {
        try
        {
            _memory ??= await RoomMemory.ReadAsync(log, Id);
            var batch = new Batch(_memory, time);
            var answers = turn.ConvertAll(waiting => Decide(batch, waiting.Submission));
            if (batch.Entries.Count > 0) await log.AppendAsync(Id, batch.Entries, batch.Rows);
            await EraseAsync(batch);
            _memory.Remember(batch);
            if (batch.Entries.Count > 0) feed.Deliver(Id, batch.Entries);
            foreach (var (waiting, answer) in turn.Zip(answers)) waiting.Answer.TrySetResult(answer.AsImmutable());
        }
        catch (Exception fault)
        {
            (_memory, _emptied) = (null, false);
            return fault;
        }

        KeepSnapshotNowAndThen(_memory.Gathering);
        return null;
    }

    /// <summary>
    /// What is said to be erased is gone from the disk before anybody is told: a list that is read at the news does not show it, and the
    /// answer holds for
    /// whoever asked, by whatever way. A gathering that a stop came in the middle of is emptied when its room is next asked for anything.
    /// </summary>
    private async Task EraseAsync(Batch batch)
    {
        if (batch.After.Erased && !_emptied)
        {
            await erasure.EraseAsync(Id);
            _emptied = true;
        }
        else if (batch.Entries.Exists(entry => entry.Change is Change.NamesErased)) await erasure.EraseNamesAsync(Id);
    }

    private Reply Decide(Batch batch, Submission submission)
    {
        try
        {
            return batch.Decide(submission);
        }
        catch (Exception fault)
        {
            // A fault of ours in one change must not stop the others of the room.
            RoomsLog.Undecided(logger, fault, Id.Value, Verbs.NameOf(submission.Change));
            return new Reply.NotStored();
        }
    }

    private void KeepSnapshotNowAndThen(Gathering gathering)
    {
        // What has been erased is not written down again.
        if (!gathering.Exists || gathering.Sequence < _snapshotAt + EntriesBetweenSnapshots) return;
        _snapshotAt = gathering.Sequence - (gathering.Sequence % EntriesBetweenSnapshots);
        _ = Task.Run(async () =>
        {
            try
            {
                await log.KeepSnapshotAsync(Snapshot.Of(gathering));
            }
            catch (Exception fault)
            {
                // Only the next opening becomes slower.
                RoomsLog.NoSnapshot(logger, fault, gathering.Id.Value);
            }
        });
    }

    private sealed record Waiting(Submission Submission)
    {
        public TaskCompletionSource<Immutable<Reply>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
