using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>Notes that the organiser has put together under a name («gruppe»). A note stands in one group at most.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Notes">The notes in it, in the order they were put there. Some may since have been deleted by those who wrote them.</param>
public sealed record NoteGroup(Id<NoteGroup> Id, PlainText Name, ImmutableList<NoteRef> Notes);
