using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>What of a party's own words would be quoted.</summary>
public enum QuoteKind
{
    /// <summary>A note, word for word: without a name in the publication, with one in the archive.</summary>
    Note,

    /// <summary>The party's name among those who worked together; in the publication.</summary>
    Name,

    /// <summary>
    /// What it takes home; with its name in the archive, and without in the publication when the organiser has chosen so.
    /// </summary>
    Commitment,

    /// <summary>What it presented of its own work; with its name, in the archive.</summary>
    Text,

    /// <summary>Feedback it gave and handed over; with its name, in the archive.</summary>
    Feedback,

    /// <summary>What it answered to feedback; with its name, in the archive.</summary>
    Answer,
}

/// <summary>Which of a party's words: enough to find them again.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Of">The note, or the other party (whom the feedback was for, or from); empty otherwise.</param>
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

    /// <summary>What was answered to another party.</summary>
    public static QuoteRef Answer(Id<Party> to) => new(QuoteKind.Answer, to.Value);
}

/// <summary>What a party says of a quote.</summary>
public enum QuoteVerdict
{
    /// <summary>Nothing yet, or it has taken its answer back.</summary>
    Open,

    /// <summary>It may stand as it is.</summary>
    Approved,

    /// <summary>It may stand with other words.</summary>
    Softened,

    /// <summary>It may not stand.</summary>
    Withheld,
}

/// <summary>A party's answer about one quote.</summary>
/// <param name="Quote">Which.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Words">The words as they were read: an approval is of them and of no others.</param>
/// <param name="Instead">The words proposed instead; empty unless softened.</param>
public sealed record QuoteAnswer(QuoteRef Quote, QuoteVerdict Verdict, PlainText Words, PlainText Instead = default);

/// <summary>Something a party would be quoted on.</summary>
/// <param name="Ref">Which of its words.</param>
/// <param name="Party">Whose.</param>
/// <param name="Words">As they are now.</param>
/// <param name="InPublication">Whether they stand in the publication and its files; the archive has all but the bare name.</param>
/// <param name="Verdict">What the party says of it as it is now: an approval of earlier words is none.</param>
/// <param name="Instead">What it wants to stand instead; empty unless softened.</param>
public sealed record Quote(QuoteRef Ref, Id<Party> Party, PlainText Words, bool InPublication, QuoteVerdict Verdict, PlainText Instead)
{
    /// <summary>Which kind of note it is, or null.</summary>
    public NoteKind? Note { get; init; }
}
