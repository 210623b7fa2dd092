using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>
/// A laid-out report in its own language: its parts and their order. Word, Markdown and the page decide only how the parts look, and never
/// which parts there are.
/// </summary>
/// <param name="Language">The language of the tool's texts in it.</param>
/// <param name="Network">The publisher.</param>
/// <param name="Title">Its title.</param>
/// <param name="Meta">Day, host and place in one line.</param>
/// <param name="Ingress">The description of the network.</param>
/// <param name="Parts">The parts of the report.</param>
/// <param name="Appendix">The exchange and all notes, which only the attributed archive has.</param>
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
    /// <summary>How the network showed itself, or null.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>How others may use it, or null.</summary>
    public Licence? Licence { get; init; }

    /// <summary>Whether it is one page, which needs no table of contents.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The headings that a table of contents shows.</summary>
    public IEnumerable<ReportPart.Heading> Contents => IsBrief ? [] :
        Parts.Concat(Appendix).OfType<ReportPart.Heading>().Where(heading => heading.Level == 1);
}

/// <summary>A part of a report.</summary>
public abstract record ReportPart
{
    private ReportPart()
    {
    }

    /// <summary>A heading. Level 1 is directly below the title. The anchor is unique in the document.</summary>
    public sealed record Heading(int Level, string Text, string Anchor) : ReportPart;

    /// <summary>A message from the tool about this edition: that it is provisional, or what it leaves out.</summary>
    public sealed record Notice(string Text) : ReportPart;

    /// <summary>Running text that a person wrote. Blank lines separate the paragraphs.</summary>
    public sealed record Prose(PlainText Text) : ReportPart
    {
        /// <summary>The place where the text is edited; null when no person wrote it.</summary>
        public TextPlace? Place { get; init; }
    }

    /// <summary>The speaker of a talk.</summary>
    public sealed record Byline(string Text) : ReportPart;

    /// <summary>A link to a presentation, with a text that tells where it leads.</summary>
    public sealed record Presentation(string Words, Uri Address) : ReportPart;

    /// <summary>The groups that worked together, one in each line: the pair mark and the names.</summary>
    public sealed record GroupList(string Introduction, IReadOnlyList<GroupLine> Groups) : ReportPart;

    /// <summary>A plain list after an introductory sentence.</summary>
    public sealed record PlainList(string Introduction, IReadOnlyList<string> Lines) : ReportPart
    {
        /// <summary>The points that the first lines are, in order; null for a line that is none.</summary>
        public IReadOnlyList<Id<Point>?> Points { get; init; } = [];
    }

    /// <summary>
    /// A section of points, with its own heading of level 2. The kind is null when the section is for notes of both kinds.
    /// </summary>
    public sealed record PointList(NoteKind? Kind, Heading Title, string Introduction, IReadOnlyList<ReportPoint> Points) : ReportPart;

    /// <summary>The place where the points are written. Only a report for writing has it, and it has no lists.</summary>
    public sealed record PointsPlace : ReportPart;

    /// <summary>The number of notes by theme: a picture, and a table with the same figures.</summary>
    public sealed record ThemePicture(string Title, string Alternative, string Note, IReadOnlyList<ThemeRow> Rows) : ReportPart;

    /// <summary>What somebody wrote in a field, with the name of the field.</summary>
    public sealed record Labelled(string Label, PlainText Text) : ReportPart;

    /// <summary>All notes with their origin.</summary>
    public sealed record NoteTable(string Title, IReadOnlyList<ReportNote> Notes) : ReportPart;
}

/// <summary>A group that worked together.</summary>
/// <param name="Members">Their names, in the order of their turns.</param>
public sealed record GroupLine(IReadOnlyList<string> Members)
{
    /// <summary>The names on one line.</summary>
    public string Names => string.Join(" + ", Members);

    /// <summary>Whether the group had more than two members.</summary>
    public bool Trio => Members.Count > 2;
}

/// <summary>A row of the picture of themes.</summary>
/// <param name="Label">The theme.</param>
/// <param name="Barriers">The number of barriers.</param>
/// <param name="Opportunities">The number of opportunities.</param>
public sealed record ThemeRow(string Label, int Barriers, int Opportunities);
