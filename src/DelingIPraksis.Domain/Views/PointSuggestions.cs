using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>
/// Suggests points. The text is always the text of a note: the one that most parties support, or else the first. Notes that are already
/// used, merged or left out are not used again, so suggesting twice adds nothing.
/// </summary>
/// <param name="notes">All notes, in the order they came.</param>
/// <param name="coverage">How they are used.</param>
/// <param name="newId">Makes the identity of a point.</param>
public sealed class PointSuggestions(IReadOnlyList<BoardNote> notes, Coverage coverage, Func<Id<Point>> newId)
{
    /// <summary>
    /// A point for the barriers of each group, and one for its opportunities. The text is one note's until somebody writes what the group
    /// agrees on, unless all notes say the same.
    /// </summary>
    public ImmutableList<Point> OfGroups(IEnumerable<NoteGroup> groups, Lexicon lexicon)
    {
        var left = notes.Where(note => coverage.UsageOf(note.Where) == NoteUsage.NotYet).ToDictionary(note => note.Where);
        return
        [
            .. groups
                .Select(group => group.Notes.Where(left.ContainsKey).Select(note => left[note]).ToList())
                .SelectMany(group =>
                    Enum.GetValues<NoteKind>().Select(kind => (kind, Notes: group.FindAll(note => note.Note.Kind == kind)))
                )
                .Where(part => part.Notes.Count > 0)
                .OrderBy(part => part.kind)
                .Select(part => Over(part.Notes, Section.Of(part.kind)) with { Confirmed = SayTheSame(part.Notes, lexicon) }),
        ];
    }

    /// <summary>A point for each note that is not handled yet, with its text.</summary>
    public ImmutableList<Point> OfTheRest() =>
        [.. notes.Where(note => coverage.UsageOf(note.Where) == NoteUsage.NotYet).Select(note => Over([note], Section.Of(note.Note.Kind)))];

    /// <summary>
    /// Points for the requests to the state and KS. Notes that say the same become one point. A note may be here and in another section
    /// too.
    /// </summary>
    public ImmutableList<Point> OfAsks(Lexicon lexicon)
    {
        var asks = Asks.ToList();
        var alike = NearDuplicates.Find([.. asks.Select(note => note.Note.Text)], lexicon);
        var inOne = alike.SelectMany(group => group.Notes).ToHashSet();
        return
        [
            .. alike
                .Select(group => group.Notes)
                .Concat(Enumerable.Range(0, asks.Count).Where(index => !inOne.Contains(index)).Select(index => ImmutableList.Create(index)))
                .OrderBy(group => group[0])
                .Select(group => Over([.. group.Select(index => asks[index])], Section.Asks) with { Confirmed = group.Count > 1 }),
        ];
    }

    /// <summary>The notes for the state and for KS that are in no point of the section of requests.</summary>
    public IEnumerable<BoardNote> Asks => notes.Where(note =>
        note.Note.To is Addressee.State or Addressee.Ks
        && coverage.UsageOf(note.Where) != NoteUsage.LeftOut
        && coverage.PointsOver(note.Where).All(point => point.Section != Section.Asks));

    private static bool SayTheSame(List<BoardNote> notes, Lexicon lexicon) =>
        notes.Count > 1
        && NearDuplicates.Find(notes.ConvertAll(note => note.Note.Text), lexicon) is [var all]
        && all.Notes.Count == notes.Count;

    /// <summary>A point from some notes, in a section, with the text of one of them.</summary>
    public Point Over(IReadOnlyList<BoardNote> sources, Id<Section> section) =>
        new(
            newId(),
            section,
            sources.MaxBy(note => note.Note.Votes.Count + note.Note.AgreedBy.Count)!.Note.Text,
            [.. sources.Select(note => note.Where)]
        );
}
