using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Something to check before a report is published. It never blocks publication.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">The heading or title where it is; empty when the kind alone is enough.</param>
/// <param name="Part">The running text where it is, or null.</param>
/// <param name="List">The list of points where it is, or null; an organiser's section is given by its name.</param>
/// <param name="Count">A number, where the kind has one.</param>
public sealed record ReportFlaw(FlawKind Kind, PlainText Where, ReportText? Part = null, NoteKind? List = null, int Count = 0)
{
    /// <summary>The block where it is, or null.</summary>
    public Id<Block>? Block { get; init; }

    /// <summary>The talk where it is, or null.</summary>
    public Id<Talk>? Talk { get; init; }

    /// <summary>The words that it is about, each on a line of its own; empty for most kinds.</summary>
    public PlainText Found { get; init; }

    /// <summary>The point where it is, or null.</summary>
    public Id<Point>? Point { get; init; }

    /// <summary>The picture where it is, or null.</summary>
    public Id<ReportPicture>? Picture { get; init; }

    /// <summary>What those who are left out have in common, or null.</summary>
    public MissingVoice? Voice { get; init; }
}

/// <summary>The kinds of flaw that are looked for.</summary>
public enum FlawKind
{
    /// <summary>A talk without a link to its presentation.</summary>
    MissingPresentation,

    /// <summary>A year with one digit too many, such as 20021.</summary>
    ImplausibleYear,

    /// <summary>The gathering has not been held yet.</summary>
    NotHeldYet,

    /// <summary>A running text, or what a talk said, is not written.</summary>
    EmptyText,

    /// <summary>Words that were to be replaced, such as «Bildetekst».</summary>
    Placeholder,

    /// <summary>A list of points is empty.</summary>
    EmptyList,

    /// <summary>Notes that are not in any point.</summary>
    UnusedNotes,

    /// <summary>A day that does not exist in the month, such as 31 June.</summary>
    ImplausibleDay,

    /// <summary>A link is shown as its address. Words that say where it leads are easier to read; it is no fault.</summary>
    BareAddress,

    /// <summary>A block with neither an introduction, a talk nor the group work.</summary>
    EmptyBlock,

    /// <summary>The report quotes the parties, and they have not been asked.</summary>
    ConsentNotAsked,

    /// <summary>A party has not answered about its quotes in the publication.</summary>
    UnapprovedQuotes,

    /// <summary>
    /// A point is left out of the report because it says what a party has withheld, or not approved, nearly word for word.
    /// </summary>
    SilencedPoint,

    /// <summary>
    /// Words that a party has withheld, or not approved, are removed from a title or a text that the organiser has written.
    /// </summary>
    SilencedWords,

    /// <summary>A point has the words of one of several notes that say different things. It has not been written yet.</summary>
    UnwrittenPoint,

    /// <summary>A picture says nothing to those who cannot see it.</summary>
    MissingAlternative,

    /// <summary>A picture is left out, since nobody has said that those in it have agreed.</summary>
    PictureWithoutConsent,

    /// <summary>As many parties as a point's share have notes in common, and none of them stands behind a point.</summary>
    LeftOut,

    /// <summary>Something that looks like an identity number.</summary>
    IdentityNumber,

    /// <summary>Something that looks like a telephone number.</summary>
    Telephone,

    /// <summary>Something that looks like an e-mail address.</summary>
    Email,

    /// <summary>Something that looks like a bank account number.</summary>
    AccountNumber,

    /// <summary>Something that looks like where somebody lives.</summary>
    StreetAddress,

    /// <summary>What looks like the name of somebody who is not among the speakers.</summary>
    PersonName,
}
