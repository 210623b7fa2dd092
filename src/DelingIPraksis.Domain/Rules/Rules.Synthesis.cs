using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome PutPoint(Gathering g, Point point)
    {
        if (PointFault(g, point) is { } fault) return fault;
        var place = g.Points.FindIndex(there => there.Id == point.Id);
        if (place < 0)
            return g.Points.Count >= Limits.Many ? RefusalReason.TooMany : g with { Points = g.Points.Add(point with { Revision = 0 }) };
        return g with { Points = g.Points.SetItem(place, point with { Revision = NextRevision(g.Points[place], point.Text) }) };
    }

    private static Outcome PutPoints(Gathering g, ImmutableList<Point> points)
    {
        if (points.IsEmpty) return RefusalReason.Empty;
        if (g.Points.Count + points.Count > Limits.Many) return RefusalReason.TooMany;
        if (g.Points.Concat(points).Select(point => point.Id).Distinct().Count() < g.Points.Count + points.Count)
            return RefusalReason.AlreadyExists;
        foreach (var point in points)
            if (PointFault(g, point) is { } fault) return fault;
        return g with { Points = g.Points.AddRange(points.ConvertAll(point => point with { Revision = 0 })) };
    }

    private static Outcome? PointFault(Gathering g, Point point)
    {
        if (!HasSection(g, point.Section)) return RefusalReason.NoSuchSection;
        if (Missing(point.Text, Limits.Note) is { } fault) return fault;
        return NotesFault(g, point.Sources);
    }

    private static Outcome? NotesFault(Gathering g, ImmutableList<NoteRef> notes) =>
        notes.Exists(note => FindNote(g, note) is null) ? RefusalReason.NoSuchNote : (Outcome?)null;

    private static int NextRevision(Point before, PlainText text) => before.Text == text ? before.Revision : before.Revision + 1;

    private static Outcome WordPoint(Gathering g, PointWorded c)
    {
        if (Missing(c.Text, Limits.Note) is { } fault) return fault;
        if (g.Points.Find(point => point.Id == c.Point) is not { } point) return RefusalReason.NoSuchPoint;
        if (point.Revision != c.BasedOn && point.Text != c.Text) return RefusalReason.ChangedByOther;
        return g with { Points = g.Points.Replace(point, point with { Text = c.Text, Revision = NextRevision(point, c.Text) }) };
    }

    private static Outcome SourcePoint(Gathering g, PointSourced c)
    {
        if (g.Points.Find(point => point.Id == c.Point) is not { } point) return RefusalReason.NoSuchPoint;
        if (NotesFault(g, c.Added) is { } fault) return fault;
        var sources = point.Sources.RemoveAll(c.LetGo.Contains);
        return g with { Points = g.Points.Replace(point, point with { Sources = sources.AddRange(c.Added.Except(sources)) }) };
    }

    private static Outcome ConfirmPoint(Gathering g, PointConfirmed c) => g.Points.Find(point => point.Id == c.Point) is { } point
        ? g with { Points = g.Points.Replace(point, point with { Confirmed = c.Confirmed }) }
        : RefusalReason.NoSuchPoint;

    private static Outcome MovePoint(Gathering g, PointMoved c)
    {
        if (g.Points.Find(point => point.Id == c.Point) is not { } point) return RefusalReason.NoSuchPoint;
        var moved = point with { Section = c.Section ?? point.Section };
        if (!HasSection(g, moved.Section)) return RefusalReason.NoSuchSection;
        var rest = g.Points.Remove(point);
        var list = rest.FindAll(there => there.Section == moved.Section);
        var place = Math.Clamp(c.Place, 0, list.Count);
        // All sections share one list, so a place in a section is the place before the point that stands there.
        var index = place < list.Count ? rest.IndexOf(list[place]) : rest.Count;
        return g with { Points = rest.Insert(index, moved) };
    }

    private static Outcome RemovePoint(Gathering g, Id<Point> id) =>
        g.Points.Find(point => point.Id == id) is { } point ? g with { Points = g.Points.Remove(point) } : RefusalReason.NoSuchPoint;

    private static Outcome RemovePoints(Gathering g, ImmutableList<Id<Point>> points) =>
        g with
        {
            Points = g.Points.RemoveAll(point => points.Contains(point.Id)),
        };

    private static bool HasSection(Gathering g, Id<Section> id) =>
        Section.AlwaysThere.Contains(id) || g.Sections.Exists(section => section.Id == id);

    private static Outcome PutSection(Gathering g, SectionPut c)
    {
        if (Missing(c.Title, Limits.Line) is { } fault) return fault;
        if (Section.AlwaysThere.Contains(c.Section)) return RefusalReason.AlreadyExists;
        var place = g.Sections.FindIndex(section => section.Id == c.Section);
        if (place < 0 && g.Sections.Count >= Limits.Sections) return new Refusal(RefusalReason.TooMany, Limits.Sections);
        var section = new Section(c.Section, c.Title);
        return g with { Sections = place < 0 ? g.Sections.Add(section) : g.Sections.SetItem(place, section) };
    }

    private static Outcome RemoveSection(Gathering g, Id<Section> id)
    {
        if (g.Sections.Find(section => section.Id == id) is not { } section) return RefusalReason.NoSuchSection;
        return g.Points.Exists(point => point.Section == id)
            ? RefusalReason.SectionNotEmpty
            : g with
            {
                Sections = g.Sections.Remove(section),
            };
    }

    private static Outcome PutGroup(Gathering g, GroupPut c)
    {
        if (Missing(c.Name, Limits.Line) is { } fault) return fault;
        var place = g.Groups.FindIndex(group => group.Id == c.Group);
        if (place < 0 && g.Groups.Count >= Limits.Groups) return new Refusal(RefusalReason.TooMany, Limits.Groups);
        return g with
        {
            Groups =
                place < 0
                    ? g.Groups.Add(new NoteGroup(c.Group, c.Name, []))
                    : g.Groups.SetItem(place, g.Groups[place] with { Name = c.Name }),
        };
    }

    private static Outcome GroupNotes(Gathering g, NotesGrouped c)
    {
        var moved = c.Groups.SelectMany(group => group.Notes).Concat(c.Loose).ToHashSet();
        if (moved.Any(note => FindNote(g, note) is null)) return RefusalReason.NoSuchNote;
        if (c.GivenUp.Exists(id => !g.Groups.Exists(group => group.Id == id))) return RefusalReason.NoSuchGroup;
        var groups = g
            .Groups.RemoveAll(group => c.GivenUp.Contains(group.Id))
            .ConvertAll(group => WithNotes(group, group.Notes.RemoveAll(moved.Contains)));
        var placed = new HashSet<NoteRef>(c.Loose);
        foreach (var asked in c.Groups)
        {
            // A note is in one group at most. The first group that names it gets it.
            var notes = asked.Notes.Where(placed.Add).ToList();
            var place = groups.FindIndex(group => group.Id == asked.Id);
            if (place >= 0) groups = groups.SetItem(place, WithNotes(groups[place], groups[place].Notes.AddRange(notes)));
            else if (Missing(asked.Name, Limits.Line) is { } fault) return fault;
            else groups = groups.Add(asked with { Notes = [.. notes] });
        }

        return groups.Count > Limits.Groups ? new Refusal(RefusalReason.TooMany, Limits.Groups) : g with { Groups = groups };
    }

    // An unchanged group must be the same object: the desk compares by reference and does not render it again.
    private static NoteGroup WithNotes(NoteGroup group, ImmutableList<NoteRef> notes) =>
        notes.Count == group.Notes.Count ? group : group with { Notes = notes };

    private static Outcome LeaveOut(Gathering g, NotesLeftOut c)
    {
        if (NotesFault(g, c.Notes) is { } fault) return fault;
        var rest = g.LeftOut.RemoveAll(c.Notes.Contains);
        return g with { LeftOut = c.LeftOut ? rest.AddRange(c.Notes.Distinct()) : rest };
    }
}
