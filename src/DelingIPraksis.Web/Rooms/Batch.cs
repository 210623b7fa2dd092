using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Decides changes one after the other, each on the gathering after the one before. The batch is stored as a whole or not at all.
/// </summary>
internal sealed class Batch(RoomState memory, TimeProvider time)
{
    private readonly Dictionary<Guid, Reply> _answers = [];

    /// <summary>The gathering after the batch.</summary>
    public Gathering After { get; private set; } = memory.Gathering;

    public List<Entry> Entries { get; } = [];

    public List<LogEntry> Rows { get; } = [];

    public Dictionary<Guid, Refusal> Refusals { get; } = [];

    /// <summary>The reply to a change. It is valid only when the batch is durable.</summary>
    public Reply Decide(Submission submission) =>
        memory.FirstAnswer(submission.ChangeId)
        ?? _answers.GetValueOrDefault(submission.ChangeId)
        ?? (_answers[submission.ChangeId] = DecideNew(submission));

    private Reply DecideNew(Submission submission)
    {
        var entry = new Entry(After.Sequence + 1, submission.ChangeId, time.GetUtcNow(), submission.Actor, submission.Change);
        switch (Rules.Decide(After, entry))
        {
            case Outcome.Accepted accepted:
                // Serialised before it is added, so that a change that cannot be serialised fails alone.
                Rows.Add(LogEntry.From(After.Id, entry));
                Entries.Add(entry);
                After = accepted.Gathering;
                return new Reply.Kept(entry.Sequence);
            case Outcome.Refused refused:
                Refusals[submission.ChangeId] = refused.Refusal;
                return new Reply.Refused(refused.Refusal);
            default:
                throw new InvalidOperationException("The rules accept or refuse.");
        }
    }
}
