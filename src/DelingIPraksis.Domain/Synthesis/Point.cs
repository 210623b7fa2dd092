using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>A line of the report («punkt»), distilled from notes and always traceable to them.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">Which of the two lists it stands in.</param>
/// <param name="Text">What the report says.</param>
/// <param name="Sources">The notes it was written over; may be empty when the organiser adds it of own knowledge.</param>
public sealed record Point(Id<Point> Id, NoteKind Kind, PlainText Text, ImmutableList<NoteRef> Sources);
