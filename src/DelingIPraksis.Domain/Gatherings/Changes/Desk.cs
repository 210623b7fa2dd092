using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A point is added at the end of its section, or replaces the point with the same identity.</summary>
    [LogName("point-put")]
    public sealed record PointPut(Point Point) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A point is moved to a place in its section, counted from 0, or (with a section) to a place in that one.</summary>
    [LogName("point-moved")]
    public sealed record PointMoved(Id<Point> Point, int Place) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable
    {
        /// <summary>The section it is moved to, or null for the one it stands in.</summary>
        public Id<Section>? Section { get; init; }
    }

    /// <summary>A point is taken out of the report; its notes stay.</summary>
    [LogName("point-removed")]
    public sealed record PointRemoved(Id<Point> Point) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Several points are added at once, each at the end of its section: all of them, or none.</summary>
    [LogName("points-put")]
    public sealed record PointsPut(ImmutableList<Point> Points) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Several points are taken out at once; those that are no longer there do not hinder the others.</summary>
    [LogName("points-removed")]
    public sealed record PointsRemoved(ImmutableList<Id<Point>> Points) : Change, IByOwner, IConcernsStaff, IOfDesk;

    /// <summary>A point gets another text, from the revision that was read.</summary>
    [LogName("point-worded")]
    public sealed record PointWorded(Id<Point> Point, PlainText Text, int BasedOn) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Notes are put behind a point, and others are let go, whatever else is being done to it.</summary>
    [LogName("point-sourced")]
    public sealed record PointSourced(Id<Point> Point, ImmutableList<NoteRef> Added, ImmutableList<NoteRef> LetGo)
        : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>The organiser stands for the text of a point that was taken from one of its notes, or (false) no longer.</summary>
    [LogName("point-confirmed")]
    public sealed record PointConfirmed(Id<Point> Point, bool Confirmed) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A section of the organiser's own is added at the end, or renamed.</summary>
    [LogName("section-put")]
    public sealed record SectionPut(Id<Section> Section, PlainText Title) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A section of the organiser's own is taken out; it must be empty.</summary>
    [LogName("section-removed")]
    public sealed record SectionRemoved(Id<Section> Section) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A group of notes is added at the end, or renamed.</summary>
    [LogName("group-put")]
    public sealed record GroupPut(Id<NoteGroup> Group, PlainText Name) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>
    /// Notes are put in any number of groups at once: each from wherever it stands, into groups that are made if they are not there. The
    /// notes in <c>Loose</c> are in no group afterwards, and the groups in <c>GivenUp</c> are removed.
    /// </summary>
    [LogName("notes-grouped")]
    public sealed record NotesGrouped(ImmutableList<NoteGroup> Groups, ImmutableList<NoteRef> Loose, ImmutableList<Id<NoteGroup>> GivenUp)
        : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Notes are left out of the report on purpose, or (false) no longer.</summary>
    [LogName("notes-left-out")]
    public sealed record NotesLeftOut(ImmutableList<NoteRef> Notes, bool LeftOut) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;
}
