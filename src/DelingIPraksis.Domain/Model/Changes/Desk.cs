using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A point is added at the end of its section, or replaces the point with the same id.</summary>
    [LogName("point-put")]
    public sealed record PointPut(Point Point) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A point is moved to a place in its section, or in another section. The place is counted from 0.</summary>
    [LogName("point-moved")]
    public sealed record PointMoved(Id<Point> Point, int Place) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable
    {
        /// <summary>The section it is moved to, or null for the one it stands in.</summary>
        public Id<Section>? Section { get; init; }
    }

    /// <summary>A point is removed from the report. Its notes stay.</summary>
    [LogName("point-removed")]
    public sealed record PointRemoved(Id<Point> Point) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Several points are added, each at the end of its section. All of them are added, or none.</summary>
    [LogName("points-put")]
    public sealed record PointsPut(ImmutableList<Point> Points) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Several points are removed. Points that are already removed do not cause a refusal.</summary>
    [LogName("points-removed")]
    public sealed record PointsRemoved(ImmutableList<Id<Point>> Points) : Change, IByOwner, IConcernsStaff, IOfDesk;

    /// <summary>A point gets another text, from the revision that was read.</summary>
    [LogName("point-worded")]
    public sealed record PointWorded(Id<Point> Point, PlainText Text, int BasedOn) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>
    /// Notes are added to a point's sources, and others are removed from them, whatever else is changed in the point at the same time.
    /// </summary>
    [LogName("point-sourced")]
    public sealed record PointSourced(Id<Point> Point, ImmutableList<NoteRef> Added, ImmutableList<NoteRef> LetGo)
        : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>The organiser confirms the text of a point that was copied from one of its notes, or (false) no longer does.</summary>
    [LogName("point-confirmed")]
    public sealed record PointConfirmed(Id<Point> Point, bool Confirmed) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>The organiser's own section is added at the end, or renamed.</summary>
    [LogName("section-put")]
    public sealed record SectionPut(Id<Section> Section, PlainText Title) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>The organiser's own section is removed. It must be empty.</summary>
    [LogName("section-removed")]
    public sealed record SectionRemoved(Id<Section> Section) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>A group of notes is added at the end, or renamed.</summary>
    [LogName("group-put")]
    public sealed record GroupPut(Id<NoteGroup> Group, PlainText Name) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>
    /// Notes are moved to any number of groups in one change. A group that does not exist is created. The notes in <c>Loose</c> are in no
    /// group afterwards, and the groups in <c>GivenUp</c> are removed.
    /// </summary>
    [LogName("notes-grouped")]
    public sealed record NotesGrouped(ImmutableList<NoteGroup> Groups, ImmutableList<NoteRef> Loose, ImmutableList<Id<NoteGroup>> GivenUp)
        : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;

    /// <summary>Notes are left out of the report on purpose, or (false) no longer.</summary>
    [LogName("notes-left-out")]
    public sealed record NotesLeftOut(ImmutableList<NoteRef> Notes, bool LeftOut) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;
}
