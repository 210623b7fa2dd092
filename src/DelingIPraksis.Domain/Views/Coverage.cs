using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>How a note is used in the report.</summary>
public enum NoteUsage
{
    /// <summary>Not handled yet: it is in no point, and nobody has left it out.</summary>
    NotYet,

    /// <summary>It is the only source of a point.</summary>
    Used,

    /// <summary>It is one of several sources of a point.</summary>
    Merged,

    /// <summary>The organiser has left it out on purpose.</summary>
    LeftOut,

    /// <summary>
    /// It is one of several sources of a point («samlet») that has the text of only one of them: the point is not written yet.
    /// </summary>
    Gathered,
}

/// <summary>How the notes of a gathering are used: used, merged, left out, or not yet.</summary>
public sealed class Coverage
{
    private readonly ILookup<NoteRef, Point> _points;
    private readonly Dictionary<NoteRef, NoteUsage> _fates;
    private readonly Dictionary<NoteUsage, int> _counts;
    private readonly HashSet<Id<Point>> _unwritten;

    private Coverage(ILookup<NoteRef, Point> points, Dictionary<NoteRef, NoteUsage> fates, HashSet<Id<Point>> unwritten) =>
        (_points, _fates, _counts, _unwritten) = (points, fates, fates.Values.CountBy(fate => fate).ToDictionary(), unwritten);

    /// <summary>How many notes are in at least one written point.</summary>
    public int Used => Count(NoteUsage.Used) + Count(NoteUsage.Merged);

    /// <summary>How many notes there are.</summary>
    public int Total => _fates.Count;

    /// <summary>The coverage of notes by points.</summary>
    /// <param name="notes">All notes.</param>
    /// <param name="points">All points.</param>
    /// <param name="leftOut">The notes left out on purpose. A note that is in a point all the same counts as used.</param>
    public static Coverage Of(IReadOnlyList<BoardNote> notes, IReadOnlyList<Point> points, IReadOnlyList<NoteRef> leftOut)
    {
        var there = notes.Select(note => note.Where).ToHashSet();
        var sources = points.Select(point => (Point: point, Notes: point.Sources.Where(there.Contains).Distinct().ToList())).ToList();
        var texts = notes.ToDictionary(note => note.Where, note => note.Note.Text);
        var unwritten = sources
            .Where(use => IsUnwritten(use.Point, use.Notes.ConvertAll(note => texts[note])))
            .Select(use => use.Point.Id)
            .ToHashSet();
        var lookup = sources.SelectMany(use => use.Notes.Select(note => (note, use.Point))).ToLookup(use => use.note, use => use.Point);
        var written = sources.Where(use => !unwritten.Contains(use.Point.Id)).SelectMany(use => use.Notes).ToHashSet();
        var merged = sources.Where(use => use.Notes.Count > 1).SelectMany(use => use.Notes).ToHashSet();
        var left = leftOut.ToHashSet();
        return new(lookup, there.ToDictionary(note => note, note =>
                lookup.Contains(note) && !written.Contains(note) ? NoteUsage.Gathered
                : merged.Contains(note) ? NoteUsage.Merged
                : lookup.Contains(note) ? NoteUsage.Used
                : left.Contains(note) ? NoteUsage.LeftOut
                : NoteUsage.NotYet
        ),
            unwritten
        );
    }

    /// <summary>The coverage of a gathering's notes by its points.</summary>
    internal static Coverage Of(Gathering gathering) =>
        Of([.. BoardNote.AllOf(gathering.Workshop.Work.Values)], gathering.Points, gathering.LeftOut);

    /// <summary>
    /// Whether a point is not written yet: it has the text of one of several notes that say different things, and nobody has edited or
    /// confirmed it.
    /// </summary>
    public bool IsUnwritten(Point point) => _unwritten.Contains(point.Id);

    private static bool IsUnwritten(Point point, List<PlainText> notes)
    {
        if (point is not { Confirmed: false, Revision: 0 } || notes.Count < 2 || !notes.Contains(point.Text)) return false;
        var words = new Wording(point.Text);
        return notes.Exists(note => !words.IsNear(new Wording(note)));
    }

    /// <summary>The points that have a note as a source.</summary>
    public IEnumerable<Point> PointsOver(NoteRef note) => _points[note];

    /// <summary>How a note is used.</summary>
    public NoteUsage UsageOf(NoteRef note) => _fates.GetValueOrDefault(note);

    /// <summary>How many notes are used in this way.</summary>
    public int Count(NoteUsage fate) => _counts.GetValueOrDefault(fate);
}
