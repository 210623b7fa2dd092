using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>
/// A report laid out in the house form, in its own language: what stands under what, and in which order. Word, Markdown and the page each
/// say how it looks, and none of them decides what is in it.
/// </summary>
/// <param name="Language">The language of the tool's words in it.</param>
/// <param name="Network">Who publishes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Meta">Day, host and place in one line.</param>
/// <param name="Ingress">Who the network is.</param>
/// <param name="Parts">The report.</param>
/// <param name="Appendix">What only the attributed archive has: the exchange and all notes.</param>
public sealed record ReportDocument(
    Language Language,
    PlainText Network,
    PlainText Title,
    string Meta,
    PlainText Ingress,
    IReadOnlyList<ReportPart> Parts,
    IReadOnlyList<ReportPart> Appendix
)
{
    /// <summary>The headings that a table of contents shows.</summary>
    public IEnumerable<ReportPart.Heading> Contents =>
        Parts.Concat(Appendix).OfType<ReportPart.Heading>().Where(heading => heading.Level == 1);
}

/// <summary>What a report is made of.</summary>
public abstract record ReportPart
{
    private ReportPart()
    {
    }

    /// <summary>A heading; level 1 comes right under the title. The anchor is unique in the document.</summary>
    public sealed record Heading(int Level, string Text, string Anchor) : ReportPart;

    /// <summary>What the tool says of this edition: that it is provisional, or what is out of it.</summary>
    public sealed record Notice(string Text) : ReportPart;

    /// <summary>Running text that somebody wrote: blank lines part the paragraphs.</summary>
    public sealed record Prose(PlainText Text) : ReportPart
    {
        /// <summary>Where it is written, or null when nobody has.</summary>
        public TextPlace? Place { get; init; }
    }

    /// <summary>Who gave a talk.</summary>
    public sealed record Byline(string Text) : ReportPart;

    /// <summary>A link to a presentation, with words that say where it leads.</summary>
    public sealed record Presentation(string Words, Uri Address) : ReportPart;

    /// <summary>Who worked together, one group in each line: a picture of each, and the names.</summary>
    public sealed record GroupList(string Introduction, IReadOnlyList<GroupLine> Groups) : ReportPart;

    /// <summary>A plain list under a sentence that says what it is.</summary>
    public sealed record PlainList(string Introduction, IReadOnlyList<string> Lines) : ReportPart;

    /// <summary>A section of points, under its own heading of level 2; the kind is null when it is for notes of both kinds.</summary>
    public sealed record PointList(NoteKind? Kind, Heading Title, string Introduction, IReadOnlyList<ReportPoint> Points) : ReportPart;

    /// <summary>How many notes there are about what: a picture, and a table that says the same.</summary>
    public sealed record ThemePicture(string Title, string Alternative, string Note, IReadOnlyList<ThemeRow> Rows) : ReportPart;

    /// <summary>What somebody wrote in a field with a name.</summary>
    public sealed record Labelled(string Label, PlainText Text) : ReportPart;

    /// <summary>All notes with where they come from.</summary>
    public sealed record NoteTable(string Title, IReadOnlyList<ReportNote> Notes) : ReportPart;
}

/// <summary>Those who worked together.</summary>
/// <param name="Members">Their names, in the order of their turns.</param>
public sealed record GroupLine(IReadOnlyList<string> Members)
{
    /// <summary>Their names in one line.</summary>
    public string Names => string.Join(" + ", Members);

    /// <summary>Whether they were three.</summary>
    public bool Trio => Members.Count > 2;
}

/// <summary>A row of the picture of themes.</summary>
/// <param name="Label">What the notes are about.</param>
/// <param name="Barriers">How many stand in the way.</param>
/// <param name="Opportunities">How many could open up.</param>
public sealed record ThemeRow(string Label, int Barriers, int Opportunities);
