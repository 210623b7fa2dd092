using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Undo
{
    private static ImmutableList<Change> OfDesk(Gathering before, Change change, Gathering now) => change switch
    {
        PointPut c => [PointIn(before, c.Point.Id) is { } point ? new PointPut(WithNotes(now, point)) : new PointRemoved(c.Point.Id)],
        PointsPut c => [new PointsRemoved(c.Points.ConvertAll(point => point.Id))],
        PointMoved c when PointIn(before, c.Point) is { } point =>
            [new PointMoved(c.Point, PlaceOf(before, point)) { Section = c.Section is null ? null : point.Section }],
        PointRemoved c when PointIn(before, c.Point) is { } point =>
            [new PointPut(WithNotes(now, point)), new PointMoved(c.Point, PlaceOf(before, point))],
        // Undo does not remove what somebody else has written since.
        PointWorded c when PointIn(before, c.Point) is { } was && PointIn(now, c.Point) is { } point && point.Text == c.Text =>
            [new PointWorded(c.Point, was.Text, point.Revision)],
        PointSourced c when PointIn(before, c.Point) is { } point =>
        [
            new PointSourced(
                c.Point,
                c.LetGo.FindAll(note => point.Sources.Contains(note) && IsThere(now, note)),
                c.Added.RemoveAll(point.Sources.Contains)),
        ],
        PointConfirmed c when PointIn(before, c.Point) is { } point => [c with { Confirmed = point.Confirmed }],
        SectionPut c => [SectionIn(before, c.Section) is { } section ? c with { Title = section.Title } : new SectionRemoved(c.Section)],
        SectionRemoved c when SectionIn(before, c.Section) is { } section => [new SectionPut(section.Id, section.Title)],
        GroupPut c =>
        [
            before.Groups.Find(group => group.Id == c.Group) is { } group
                ? c with { Name = group.Name }
                : new NotesGrouped([], [], [c.Group]),
        ],
        NotesGrouped c => [Regrouping.Inverse(before.Groups, c, now.Groups)],
        NotesLeftOut c =>
            [c with { Notes = c.Notes.FindAll(note => before.LeftOut.Contains(note) != c.LeftOut), LeftOut = !c.LeftOut }],
        // A moved deadline cannot be undone: the parties have been told about it.
        ConsentAsked when before.Consent is null or { CalledOffAt: not null } => [new ConsentCalledOff()],
        EarlierPromisesTold => [new EarlierPromisesTold(before.EarlierPromises)],
        _ => [],
    };

    private static Point? PointIn(Gathering g, Id<Point> id) => g.Points.Find(point => point.Id == id);

    private static Section? SectionIn(Gathering g, Id<Section> id) => g.Sections.Find(section => section.Id == id);

    private static int PlaceOf(Gathering g, Point point) =>
        g.Points.FindAll(there => there.Section == point.Section).FindIndex(there => there.Id == point.Id);

    // A note that has been deleted since is no reason to refuse.
    private static Point WithNotes(Gathering now, Point point) =>
        point with { Sources = point.Sources.RemoveAll(note => !IsThere(now, note)) };

    private static bool IsThere(Gathering g, NoteRef note) =>
        g.Workshop.WorkOf(note.Party).Notes.Any(there => there.Id == note.Note && !there.Deleted);
}
