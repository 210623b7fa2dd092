using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Changes decided one after the other, each on the gathering as the one before left it, to be kept together or not at all.
/// </summary>
internal sealed class Batch(RoomMemory memory, TimeProvider time)
{
    private readonly Dictionary<Guid, Reply> _answers = [];

    /// <summary>The gathering when the whole batch is kept.</summary>
    public Gathering After { get; private set; } = memory.Gathering;

    public List<Entry> Entries { get; } = [];

    public List<LogEntry> Rows { get; } = [];

    public Dictionary<Guid, Refusal> Refusals { get; } = [];

    /// <summary>The answer to a change, true once the batch is durable.</summary>
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
                // Written down before it counts, so that what cannot be written down harms only itself.
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
