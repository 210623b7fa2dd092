using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The state of a room: the gathering, as in the log, and the replies it has given.</summary>
internal sealed class RoomState(Gathering gathering, IEnumerable<KeyValuePair<Guid, long>> changeIds)
{
    /// <summary>
    /// A refusal changes nothing and may be forgotten. This many are remembered for callers that try again because a reply was lost.
    /// </summary>
    private const int RefusalsRemembered = 1_000;

    private readonly Dictionary<Guid, long> _kept = new(changeIds);
    private readonly Dictionary<Guid, Refusal> _refused = [];
    private readonly Queue<Guid> _refusedInOrder = [];

    public Gathering Gathering { get; private set; } = gathering;

    public static async Task<RoomState> ReadAsync(GatheringLog log, Id<Gathering> id) =>
        new(await log.FoldAsync(id), await log.ChangeIdsAfterAsync(id, 0));

    /// <summary>The earlier reply to a change, or null when it is new.</summary>
    public Reply? FirstAnswer(Guid changeId) =>
        _kept.TryGetValue(changeId, out var sequence) ? new Reply.Kept(sequence)
        : _refused.TryGetValue(changeId, out var refusal) ? new Reply.Refused(refusal)
        : null;

    /// <summary>Updates the state after a batch has become durable (or had nothing to store).</summary>
    public void Remember(Batch batch)
    {
        Gathering = batch.After;
        foreach (var entry in batch.Entries) _kept[entry.ChangeId] = entry.Sequence;
        foreach (var (changeId, refusal) in batch.Refusals)
        {
            if (_refused.TryAdd(changeId, refusal)) _refusedInOrder.Enqueue(changeId);
            if (_refusedInOrder.Count > RefusalsRemembered) _refused.Remove(_refusedInOrder.Dequeue());
        }
    }
}
