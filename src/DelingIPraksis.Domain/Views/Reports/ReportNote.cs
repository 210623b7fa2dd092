using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>A note in the report.</summary>
/// <param name="Kind">Barrier or opportunity.</param>
/// <param name="Text">What it says.</param>
/// <param name="Votes">How many wanted to bring it to the plenary.</param>
/// <param name="UsedIn">The points that were written from it.</param>
/// <param name="Origin">Where it comes from; null in the publication.</param>
public sealed record ReportNote(NoteKind Kind, PlainText Text, int Votes, ImmutableList<PointPlace> UsedIn, NoteOrigin? Origin)
{
    /// <summary>What it is about, in a word or two; empty when nobody has said.</summary>
    public PlainText Theme { get; init; }

    /// <summary>Who could do something about it, or null when nobody has said.</summary>
    public Addressee? To { get; init; }
}

/// <summary>Where a note comes from.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Party">Whose it is.</param>
/// <param name="Group">The parties it was written together with, its own party included; only its own when it is in no pair.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="AgreedBy">The names of the parties that agreed.</param>
public sealed record NoteOrigin(
    Id<Note> Id,
    PlainText Party,
    ImmutableList<PlainText> Group,
    DateTimeOffset At,
    ImmutableList<PlainText> AgreedBy
)
{
    /// <summary>The name of the party that wrote it down for this party; empty when the party wrote it itself.</summary>
    public PlainText WrittenBy { get; init; }
}

/// <summary>A place in a section of the report.</summary>
/// <param name="Section">Which section.</param>
/// <param name="Title">What the organiser calls it; empty for those that are always there.</param>
/// <param name="Number">Which point of it, from 1.</param>
public readonly record struct PointPlace(Id<Section> Section, PlainText Title, int Number);
