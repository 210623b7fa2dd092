using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// A report in one page, for those who decide: three points, what is asked of national bodies, and what was promised. It says nothing that
/// the report does not say.
/// </summary>
/// <param name="Points">The three points.</param>
/// <param name="Asks">What is asked of national bodies; the first ones.</param>
/// <param name="Promises">What participants take home; the first ones.</param>
/// <param name="MorePoints">How many points more the report has.</param>
/// <param name="MoreAsks">How many requests more.</param>
/// <param name="MorePromises">How many promises more.</param>
public sealed record LeaderBrief(
    ImmutableList<LeaderLine> Points,
    ImmutableList<LeaderLine> Asks,
    ImmutableList<LeaderLine> Promises,
    int MorePoints,
    int MoreAsks,
    int MorePromises
)
{
    /// <summary>How many points it has.</summary>
    public const int MostPoints = 3;

    /// <summary>How many requests, and how many promises.</summary>
    public const int MostOthers = 4;

    /// <summary>The words of a line. A longer point is cut after a word, and leads to the whole of it.</summary>
    public const int MostWordsOfLine = 28;

    /// <summary>Whether there is nothing to tell a leader.</summary>
    public bool IsEmpty => Points.IsEmpty && Asks.IsEmpty && Promises.IsEmpty;

    /// <summary>
    /// The brief of a report. The organiser has put the most important point of each list first, so the lists give one point in turn.
    /// </summary>
    public static LeaderBrief Of(GatheringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lists = report.Sections.Where(section => section.Id != Section.Asks && !section.Points.IsEmpty).ToList();
        var inTurn = Enumerable.Range(0, MostPoints)
            .SelectMany(place => lists.Where(list => list.Points.Count > place).Select(list => LeaderLine.Of(list, list.Points[place])))
            .Take(MostPoints)
            .ToImmutableList();
        var asks = report.Sections.Find(section => section.Id == Section.Asks);
        var askLines = (asks?.Points ?? []).Take(MostOthers).Select(point => LeaderLine.Of(asks!, point)).ToImmutableList();
        var promises = report.Commitments.Take(MostOthers).Select(LeaderLine.Of).ToImmutableList();
        return new(
            inTurn,
            askLines,
            promises,
            lists.Sum(list => list.Points.Count) - inTurn.Count,
            (asks?.Points.Count ?? 0) - askLines.Count,
            report.Commitments.Count - promises.Count);
    }
}

/// <summary>A line of a brief.</summary>
/// <param name="Text">What it says, on one line.</param>
/// <param name="Point">The point of the report, or null.</param>
/// <param name="Kind">What sort of point it is, or null.</param>
/// <param name="By">By when it is promised, or null.</param>
public sealed record LeaderLine(PlainText Text, ReportPoint? Point, NoteKind? Kind, DateOnly? By)
{
    internal static LeaderLine Of(ReportSection section, ReportPoint point) =>
        new(FirstWords(point.Text, LeaderBrief.MostWordsOfLine), point, Section.KindOf(section.Id), null);

    internal static LeaderLine Of(Commitment promise) => new(FirstWords(promise.What, LeaderBrief.MostWordsOfLine), null, null, promise.By);

    /// <summary>A text on one line, cut after a word.</summary>
    public static PlainText FirstWords(PlainText text, int most)
    {
        var words = text.OnOneLine.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= most ? text.OnOneLine : $"{string.Join(' ', words.Take(most))} …";
    }
}
