using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// The report of a whole gathering in the house form: about, welcome, blocks with talks, group work, barriers, opportunities, closing.
/// The one projection that every page and every file reads.
/// </summary>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Texts">The running texts; those that are not written are left out.</param>
/// <param name="Blocks">The programme.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Groups">Who worked together; with what they wrote only in the attributed archive.</param>
/// <param name="Barriers">The points of that list, in order.</param>
/// <param name="Opportunities">The points of that list, in order.</param>
/// <param name="Notes">All notes: in the order they came in the archive, in the order of the alphabet in the publication, so that nothing tells whose they are.</param>
/// <param name="Attributed">Whether it tells who wrote what: true in the archive, false in the publication.</param>
public sealed record GatheringReport(
    GatheringFacts Facts,
    ImmutableSortedDictionary<ReportText, PlainText> Texts,
    ImmutableList<Block> Blocks,
    PlainText Theme,
    ImmutableList<ReportGroup> Groups,
    ImmutableList<ReportPoint> Barriers,
    ImmutableList<ReportPoint> Opportunities,
    ImmutableList<ReportNote> Notes,
    bool Attributed)
{
    /// <summary>Makes the report of a gathering as it is.</summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="attributed">True for the archive, with who wrote what; false for the publication.</param>
    public static GatheringReport Of(Gathering gathering, bool attributed)
    {
        var notes = NoteCollection.Of(gathering);
        return new(
            gathering.Facts,
            gathering.ReportTexts.Where(text => !text.Value.IsEmpty).ToImmutableSortedDictionary(),
            gathering.Blocks,
            gathering.Workshop.Theme,
            ReportGroup.AllOf(gathering, attributed),
            PointsOf(gathering, NoteKind.Barrier, attributed, notes),
            PointsOf(gathering, NoteKind.Opportunity, attributed, notes),
            attributed ? notes.InOrder : notes.WithoutOrigin,
            attributed);
    }

    /// <summary>A running text, or empty.</summary>
    public PlainText Text(ReportText part) => Texts.GetValueOrDefault(part);

    /// <summary>The points of a list, in order.</summary>
    public ImmutableList<ReportPoint> Points(NoteKind kind) => kind == NoteKind.Barrier ? Barriers : Opportunities;

    private static ImmutableList<ReportPoint> PointsOf(Gathering gathering, NoteKind kind, bool attributed, NoteCollection notes) =>
        [.. gathering.Points.Where(point => point.Kind == kind).Select(point => new ReportPoint(
            point.Id,
            point.Text,
            attributed ? [.. point.Sources.Select(notes.Find).OfType<ReportNote>()] : []))];
}

/// <summary>A line of one of the two lists.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Text">What it says.</param>
/// <param name="Sources">The notes behind it that are still on a board; only in the attributed archive.</param>
public sealed record ReportPoint(Id<Synthesis.Point> Id, PlainText Text, ImmutableList<ReportNote> Sources);
