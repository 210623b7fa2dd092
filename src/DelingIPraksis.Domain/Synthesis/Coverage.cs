using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>Which notes the points of a report are written over: used, or not yet.</summary>
public sealed class Coverage
{
    private readonly ILookup<NoteRef, Point> _points;

    private Coverage(ILookup<NoteRef, Point> points, int used, int total) => (_points, Used, Total) = (points, used, total);

    /// <summary>How many notes stand behind at least one point.</summary>
    public int Used { get; }

    /// <summary>How many notes there are.</summary>
    public int Total { get; }

    /// <summary>The coverage of notes by points.</summary>
    public static Coverage Of(IReadOnlyList<BoardNote> notes, IReadOnlyList<Point> points)
    {
        var lookup = points.SelectMany(point => point.Sources.Distinct().Select(source => (source, point))).ToLookup(use => use.source, use => use.point);
        return new(lookup, notes.Count(note => lookup.Contains(note.Where)), notes.Count);
    }

    /// <summary>The points written over a note.</summary>
    public IEnumerable<Point> PointsOver(NoteRef note) => _points[note];

    /// <summary>Whether a note stands behind at least one point.</summary>
    public bool IsUsed(NoteRef note) => _points.Contains(note);
}
