using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The kinds of a party's own words that can be quoted.</summary>
public enum QuoteKind
{
    /// <summary>A note, word for word: without a name in the publication, with one in the archive.</summary>
    Note,

    /// <summary>The party's name among those who took part and worked together, in the publication.</summary>
    Name,

    /// <summary>A promise: with its name in the archive, and without in the publication when the organiser has chosen so.</summary>
    Commitment,

    /// <summary>What it presented of its own work; with its name, in the archive.</summary>
    Text,

    /// <summary>Feedback it gave and handed over; with its name, in the archive.</summary>
    Feedback,

    /// <summary>What it answered to feedback; with its name, in the archive.</summary>
    Answer,
}

/// <summary>Identifies a quote of a party.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Of">The note, the promise, or the other party (that the feedback was for, or from); empty otherwise.</param>
/// <param name="Part">The field or the prompt, by its number; 0 otherwise.</param>
/// <param name="About">What the feedback is about; the whole otherwise.</param>
public readonly record struct QuoteRef(QuoteKind Kind, Guid Of = default, int Part = 0, FeedbackPart About = FeedbackPart.Whole)
{
    /// <summary>A note.</summary>
    public static QuoteRef Note(Id<Note> note) => new(QuoteKind.Note, note.Value);

    /// <summary>A field of what was presented.</summary>
    public static QuoteRef Text(TextField field) => new(QuoteKind.Text, Part: (int)field);

    /// <summary>What was said to another party.</summary>
    public static QuoteRef Feedback(Id<Party> to, FeedbackPrompt prompt, FeedbackPart about) =>
        new(QuoteKind.Feedback, to.Value, (int)prompt, about);

    /// <summary>A promise. The one from when there could be only one has no id, as in the answers of that time.</summary>
    public static QuoteRef Promise(Id<Party> party, Id<Promise> promise) =>
        promise == GroupWork.Promise.OnlyOf(party) ? new(QuoteKind.Commitment) : new(QuoteKind.Commitment, promise.Value);

    /// <summary>What was answered to another party.</summary>
    public static QuoteRef Answer(Id<Party> to) => new(QuoteKind.Answer, to.Value);
}

/// <summary>What a party says of a quote.</summary>
public enum QuoteVerdict
{
    /// <summary>No answer, or the answer has been withdrawn.</summary>
    Open,

    /// <summary>It may be published as it is.</summary>
    Approved,

    /// <summary>It may be published with other words.</summary>
    Softened,

    /// <summary>It may not be published.</summary>
    Withheld,
}

/// <summary>A party's answer about one quote.</summary>
/// <param name="Quote">Which.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Words">The words that were read. An approval is for these words only.</param>
/// <param name="Instead">The words proposed instead; empty unless softened.</param>
public sealed record QuoteAnswer(QuoteRef Quote, QuoteVerdict Verdict, PlainText Words, PlainText Instead = default);

/// <summary>Words that a party would be quoted on.</summary>
/// <param name="Ref">Which of its words.</param>
/// <param name="Party">Whose.</param>
/// <param name="Words">The current words.</param>
/// <param name="InPublication">
/// Whether they stand in the publication and its files. The archive has all quotes except the bare name.
/// </param>
/// <param name="Verdict">The answer about the current words. An approval of earlier words does not count.</param>
/// <param name="Instead">The replacement text; empty unless softened.</param>
public sealed record Quote(QuoteRef Ref, Id<Party> Party, PlainText Words, bool InPublication, QuoteVerdict Verdict, PlainText Instead)
{
    /// <summary>Which kind of note it is, or null.</summary>
    public NoteKind? Note { get; init; }
}
