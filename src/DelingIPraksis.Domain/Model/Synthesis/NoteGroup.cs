using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>Notes that the organiser has grouped under a name («gruppe»). A note is in one group at most.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Notes">The notes in it, in the order they were added. Some may have been deleted since.</param>
public sealed record NoteGroup(Id<NoteGroup> Id, PlainText Name, ImmutableList<NoteRef> Notes);
