using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// The notes on the wall, a few at a time: those that the pairs have chosen, by pair or by theme, or all notes. All notes are shown before
/// any pair has chosen, the newest first when no note has a theme.
/// </summary>
public static class WallSlides
{
    /// <summary>The maximum number of notes of each kind on one slide. More cannot be read from the back of the room.</summary>
    public const int OfAKind = 3;

    /// <summary>All slides, in order; none when there is no note to show.</summary>
    public static IReadOnlyList<WallSlide> Of(Gathering gathering)
    {
        var show = gathering.Workshop.Wall;
        var notes = BoardNote.AllOf(gathering.Workshop.Work.Values).FindAll(note => !show.Hidden.Contains(note.Where));
        var chosen = notes.FindAll(IsChosen);
        IEnumerable<(PlainText Title, IReadOnlyList<BoardNote> Notes)> topics = (show.Selection, chosen.Count) switch
        {
            (_, 0) or (WallSelection.All, _) => ByTheme(gathering, notes),
            (WallSelection.ChosenByTheme, _) => ByTheme(gathering, chosen),
            _ => ByPair(gathering, chosen),
        };
        return [.. topics.SelectMany(topic => Slides(gathering, topic.Title, topic.Notes))];
    }

    private static bool IsChosen(BoardNote note) => !note.Note.Votes.IsEmpty;

    // The notes of a pair stay together also without names, because the pair presents them. Parties that are no longer in a pair come last.
    private static IEnumerable<(PlainText Title, IReadOnlyList<BoardNote> Notes)> ByPair(Gathering gathering, List<BoardNote> notes)
    {
        var pairs = gathering.Workshop.AllPairs.ToList();
        var placeOf = pairs
            .Index()
            .SelectMany(pair => pair.Item.Members.Select(member => (Key: (member, pair.Item.Round), pair.Index)))
            .ToDictionary(placed => placed.Key, placed => placed.Index);
        return notes
            .GroupBy(note => placeOf.GetValueOrDefault((note.Where.Party, note.Note.Round), int.MaxValue))
            .OrderBy(pair => pair.Key)
            .Select(pair => (NameOf(pair.Key), InOrder(pair)));

        PlainText NameOf(int place) => gathering.Workshop.Wall.Names && place != int.MaxValue
            ? string.Join(" + ", pairs[place].Members.Select(member => gathering.Parties[member].Name.Value))
            : PlainText.Empty;
    }

    private static List<(PlainText Title, IReadOnlyList<BoardNote> Notes)> ByTheme(Gathering gathering, List<BoardNote> notes)
    {
        var groupOf = gathering
            .Groups.SelectMany(group => group.Notes.Select(note => (note, group.Name)))
            .ToDictionary(placed => placed.note, placed => placed.Name);
        var topics = notes
            .GroupBy(note => groupOf.TryGetValue(note.Where, out var group) ? group : note.Note.Theme)
            .OrderBy(topic => topic.Key.IsEmpty)
            .ThenByDescending(topic => topic.Count())
            .ThenBy(topic => topic.Key)
            .Select(topic => (Title: topic.Key, Notes: InOrder(topic)))
            .ToList();
        // Without themes there is nothing to sort by, and the facilitator wants to see the newest notes.
        return topics is [(var title, var only)] && title.IsEmpty ? [(title, InOrder(only.Reverse()))] : topics;
    }

    // The sort is stable: notes with equally many votes stay in the order they were written.
    private static IReadOnlyList<BoardNote> InOrder(IEnumerable<BoardNote> notes) =>
        [.. notes.OrderByDescending(note => note.Note.Votes.Count)];

    private static IEnumerable<WallSlide> Slides(Gathering gathering, PlainText title, IReadOnlyList<BoardNote> notes)
    {
        var barriers = Chunks(NoteKind.Barrier);
        var opportunities = Chunks(NoteKind.Opportunity);
        for (var slide = 0; slide < Math.Max(barriers.Count, opportunities.Count); slide++)
            yield return new(title, barriers.ElementAtOrDefault(slide) ?? [], opportunities.ElementAtOrDefault(slide) ?? []);

        List<WallNote[]> Chunks(NoteKind kind) => [.. notes
            .Where(note => note.Note.Kind == kind)
                    .Select(note => new WallNote(
                        note.Where,
                        note.Note.Text,
                        gathering.Workshop.Wall.Names ? gathering.Parties[note.Where.Party].Name : PlainText.Empty,
                        IsChosen(note)
                    ))
            .Chunk(OfAKind)];
    }
}

/// <summary>What is on the wall at one time.</summary>
/// <param name="Title">The theme, or the pair; empty when the notes have none, or no names are shown.</param>
/// <param name="Barriers">At most <see cref="WallSlides.OfAKind"/>.</param>
/// <param name="Opportunities">At most <see cref="WallSlides.OfAKind"/>.</param>
public sealed record WallSlide(PlainText Title, IReadOnlyList<WallNote> Barriers, IReadOnlyList<WallNote> Opportunities)
{
    /// <summary>Two slides are equal when they look the same.</summary>
    public bool Equals(WallSlide? other) =>
        other is not null
        && Title == other.Title
        && Barriers.SequenceEqual(other.Barriers)
        && Opportunities.SequenceEqual(other.Opportunities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Barriers.Count, Opportunities.Count);
}

/// <summary>A note on the wall.</summary>
/// <param name="Where">Which.</param>
/// <param name="Text">What it says.</param>
/// <param name="Party">Whose; empty when names are not shown.</param>
/// <param name="Chosen">Whether somebody has chosen it for the plenary.</param>
public sealed record WallNote(NoteRef Where, PlainText Text, PlainText Party, bool Chosen = false);
