using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome PutPoint(Gathering g, Point point)
    {
        if (Missing(point.Text, Limits.Note) is { } fault) return fault;
        if (point.Sources.Exists(source => FindNote(g, source) is null)) return RefusalReason.NoSuchNote;
        var place = g.Points.FindIndex(there => there.Id == point.Id);
        if (place < 0 && g.Points.Count >= Limits.Many) return RefusalReason.TooMany;
        return g with { Points = place < 0 ? g.Points.Add(point) : g.Points.SetItem(place, point) };
    }

    private static Outcome MovePoint(Gathering g, PointMoved c)
    {
        if (g.Points.Find(point => point.Id == c.Point) is not { } moved) return RefusalReason.NoSuchPoint;
        var rest = g.Points.Remove(moved);
        var list = rest.FindAll(point => point.Kind == moved.Kind);
        var place = Math.Clamp(c.Place, 0, list.Count);
        // The two lists share one order; a place in one list is the place before the point that stands there.
        var index = place < list.Count ? rest.IndexOf(list[place]) : rest.Count;
        return g with { Points = rest.Insert(index, moved) };
    }

    private static Outcome RemovePoint(Gathering g, Id<Point> id) =>
        g.Points.Find(point => point.Id == id) is { } point ? g with { Points = g.Points.Remove(point) } : RefusalReason.NoSuchPoint;

    private static Outcome WriteReportText(Gathering g, ReportTextWritten c) =>
        TooLong(c.Text, Limits.Prose) ?? (g with { ReportTexts = g.ReportTexts.SetItem(c.Part, c.Text) });

    private static Outcome Publish(Gathering g, Entry entry) => g.Points.IsEmpty && g.Blocks.IsEmpty
        ? RefusalReason.ReportIsEmpty
        : g with { Publication = new Publication(entry.At, entry.Sequence, g.Publication?.FirstAt ?? entry.At) };

    private static Outcome Withdraw(Gathering g) => g.Publication is null ? RefusalReason.NotPublished : g with { Publication = null };
}
