using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Watching;
using DelingIPraksis.Web.Storage;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// The room of a gathering. A change waits for its turn, the <see cref="Rules"/> decide it, the log makes it durable, and only then is it
/// answered and published.
/// </summary>
/// <remarks>
/// All changes that wait while a batch is written go into the next batch, as one transaction (group commit). The more changes come, the
/// less each costs. When a batch cannot be stored, nothing has happened. The room then drops its state and reads the log again before it
/// continues, because only the log shows whether a failed commit was made after all.
/// </remarks>
[Reentrant]
internal sealed class RoomGrain(GatheringLog log, GatheringErasure erasure, NodeFeed feed, TimeProvider time, ILogger<RoomGrain> logger)
    : Grain,
        IRoomGrain
{
    private const int EntriesBetweenSnapshots = 500;
    private const int LargestBatch = 500;

    private readonly Queue<Waiting> _waiting = [];
    private RoomState? _memory;
    private bool _draining;
    private long _snapshotAt;
    private bool _emptied;

    private Id<Gathering> Id => new(this.GetPrimaryKey());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Measures.Rooms.Add(1);
        return base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Measures.Rooms.Add(-1);
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public Task<Immutable<Reply>> SubmitAsync(Immutable<Submission> submission)
    {
        var waiting = new Waiting(submission.Value);
        _waiting.Enqueue(waiting);
        Measures.Queue.Add(1);
        if (!_draining) _ = DrainAsync();
        return waiting.Answer.Task;
    }

    private async Task DrainAsync()
    {
        _draining = true;
        // Lets callers of the same moment join the first batch.
        await Task.Yield();
        while (_waiting.Count > 0)
        {
            var turn = new List<Waiting>();
            while (turn.Count < LargestBatch && _waiting.TryDequeue(out var next)) turn.Add(next);
            Measures.Queue.Add(-turn.Count);
            // Tried twice, because the room's state may be out of date. A second attempt does not help when another program locks the
            // database.
            if (await TryKeepAsync(turn) is not { } fault || (!StoreFault.IsLocked(fault) && (fault = await TryKeepAsync(turn)) is null))
                continue;
            RoomsLog.NotKept(logger, fault, Id.Value, turn.Count);
            foreach (var waiting in turn) waiting.Answer.TrySetResult(new Reply.NotStored().AsImmutable<Reply>());
        }

        _draining = false;
        // Ids can be made up without limit, and a room without a gathering has nothing to remember. The room of an erased gathering
        // remembers its reply.
        if (_memory is { Gathering: { Exists: false, Erased: false } }) DeactivateOnIdle();
    }

    /// <summary>Decides, stores, publishes and replies. Otherwise returns the exception, and nothing has happened.</summary>
    private async Task<Exception?> TryKeepAsync(List<Waiting> turn)
    {
        try
        {
            _memory ??= await RoomState.ReadAsync(log, Id);
            var batch = new Batch(_memory, time);
            var answers = turn.ConvertAll(waiting => Decide(batch, waiting.Submission));
            if (batch.Entries.Count > 0) await log.AppendAsync(Id, batch.Entries, batch.Rows);
            await EraseAsync(batch);
            _memory.Remember(batch);
            if (batch.Entries.Count > 0) feed.Deliver(Id, batch.Entries);
            Measure(batch, answers);
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
    /// Erases the data from the disk before anybody is told. So a list that is read after the news does not show it, and the reply is true
    /// for every caller. When a stop interrupted an erasure, it is completed when the room is next asked for anything.
    /// </summary>
    private async Task EraseAsync(Batch batch)
    {
        if (batch.After.Erased && !_emptied)
        {
            await erasure.EraseAsync(Id);
            _emptied = true;
        }
        else if (batch.Entries.Exists(entry => entry.Change is Change.NamesErased)) await erasure.EraseNamesAsync(Id);
        else
            foreach (var erased in batch.Entries.Select(entry => entry.Change).OfType<Change.PersonErased>())
                await erasure.ErasePersonAsync(Id, erased.Person);
    }

    private static void Measure(Batch batch, List<Reply> answers)
    {
        Measures.Notes.Add(batch.Entries.Count(entry => entry.Change is Change.NoteAdded));
        foreach (var refused in answers.OfType<Reply.Refused>())
            Measures.Refusals.Add(1, KeyValuePair.Create<string, object?>("reason", refused.Refusal.Reason.ToString()));
    }

    private Reply Decide(Batch batch, Submission submission)
    {
        try
        {
            return batch.Decide(submission);
        }
        catch (Exception fault)
        {
            // An exception in one change, which is our fault, must not stop the others of the room.
            RoomsLog.Undecided(logger, fault, Id.Value, Verbs.NameOf(submission.Change));
            return new Reply.NotStored();
        }
    }

    private void KeepSnapshotNowAndThen(Gathering gathering)
    {
        // The snapshot of an erased gathering is not written again.
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
                // Without the snapshot only the next opening is slower.
                RoomsLog.NoSnapshot(logger, fault, gathering.Id.Value);
            }
        });
    }

    private sealed record Waiting(Submission Submission)
    {
        public TaskCompletionSource<Immutable<Reply>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
