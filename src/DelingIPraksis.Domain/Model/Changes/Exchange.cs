using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A field about the party's own work is written, based on the revision that was read.</summary>
    [LogName("text-written")]
    public sealed record TextWritten(TextField Field, PlainText Text, int BasedOn) : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>
    /// Notes are taken while another party presents, based on the revision that was read. Only the party itself ever sees them.
    /// </summary>
    [LogName("listening-noted")]
    public sealed record ListeningNoted(Id<Party> About, PlainText Text, int BasedOn) : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>
    /// Feedback is written under a prompt about a part of the description, based on the revision that was read. It is private until it is
    /// handed over.
    /// </summary>
    [LogName("feedback-written")]
    public sealed record FeedbackWritten(
        Id<Party> To, FeedbackPrompt Prompt, PlainText Text, int BasedOn, FeedbackPart Part = FeedbackPart.Whole)
        : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>The feedback is handed over to the party it is for.</summary>
    [LogName("feedback-handed-over")]
    public sealed record FeedbackHandedOver(Id<Party> To) : Change, IByParticipant, IConcernsOwnParty
    {
        Id<Party>? IConcernsOwnParty.OtherParty => To;
    }

    /// <summary>The party that received the feedback answers it («slik tar vi det videre»).</summary>
    [LogName("feedback-answered")]
    public sealed record FeedbackAnswered(Id<Party> From, PlainText Text, int BasedOn) : Change, IByParticipant, IConcernsOwnParty
    {
        Id<Party>? IConcernsOwnParty.OtherParty => From;
    }
}
