using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Searching;

/// <summary>The kinds of text that a search finds. The numbers stand in the index, and are never used for another kind.</summary>
public enum SearchKind
{
    /// <summary>What the gathering is: title, ingress, network.</summary>
    Gathering = 1,

    /// <summary>A barrier on a board.</summary>
    Barrier = 2,

    /// <summary>An opportunity on a board.</summary>
    Opportunity = 3,

    /// <summary>A point of the report.</summary>
    Point = 4,

    /// <summary>A block or a talk.</summary>
    Talk = 5,

    /// <summary>A running text of the report.</summary>
    Prose = 6,

    /// <summary>What a party presented of its own work: challenge, solutions, asks, offers.</summary>
    OwnWork = 7,

    /// <summary>Feedback that was handed over, or the answer to it.</summary>
    Feedback = 8,

    /// <summary>What a party takes home.</summary>
    Commitment = 9,
}

/// <summary>One text of a gathering that somebody may find by searching.</summary>
/// <param name="Reference">Which text, as a name that is unique in the gathering; letters, digits, colons and hyphens.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Text">What it says; may be empty when there is a heading.</param>
public sealed record SearchText(string Reference, SearchKind Kind, PlainText Text)
{
    /// <summary>What it stands under, in the words of those who wrote it: the title of a talk, the name of a section; or empty.</summary>
    public PlainText Heading { get; init; }

    /// <summary>Who said it: the name of a party, or of the speakers; or empty.</summary>
    public PlainText Who { get; init; }

    /// <summary>The party that said it, or null.</summary>
    public Id<Party>? Party { get; init; }

    /// <summary>What it is about, in the words of those who sorted or wrote it: the group or the theme of a note; or empty.</summary>
    public PlainText Theme { get; init; }

    /// <summary>The note, or null.</summary>
    public NoteRef? Note { get; init; }

    /// <summary>The section that a point stands in, or null.</summary>
    public Id<Section>? Section { get; init; }

    /// <summary>The notes that a point was written from.</summary>
    public IReadOnlyList<NoteRef> Sources { get; init; } = [];

    /// <summary>Which running text it is, or null.</summary>
    public ReportText? Prose { get; init; }

    /// <summary>Which field of a party's own work it is, or null.</summary>
    public TextField? Field { get; init; }

    /// <summary>By when a commitment is to be kept, or null.</summary>
    public DateOnly? By { get; init; }
}
