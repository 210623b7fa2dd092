using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// The notes on the wall, a few at a time: theme by theme when the notes have been grouped or have been given themes, otherwise the
/// newest first, as they come.
/// </summary>
public static class WallSlides
{
    /// <summary>Notes of each kind on one slide: more cannot be read from the back row.</summary>
    public const int OfAKind = 3;

    /// <summary>All slides, in order; none when there is no note to show.</summary>
    public static IReadOnlyList<WallSlide> Of(Gathering gathering)
    {
        var show = gathering.Workshop.Wall;
        var notes = BoardNote.AllOf(gathering.Workshop.Work.Values).FindAll(note => !show.Hidden.Contains(note.Where));
        return [.. Topics(gathering, notes).SelectMany(topic => Slides(gathering, topic.Title, topic.Notes))];
    }

    private static List<(PlainText Title, IReadOnlyList<BoardNote> Notes)> Topics(Gathering gathering, List<BoardNote> notes)
    {
        var groupOf = gathering.Groups.SelectMany(group => group.Notes.Select(note => (note, group.Name))).ToDictionary(placed => placed.note, placed => placed.Name);
        var topics = notes
            .GroupBy(note => groupOf.TryGetValue(note.Where, out var group) ? group : note.Note.Theme)
            .OrderBy(topic => topic.Key.IsEmpty)
            .ThenByDescending(topic => topic.Count())
            .ThenBy(topic => topic.Key)
            .Select(topic => (Title: topic.Key, Notes: (IReadOnlyList<BoardNote>)[.. topic]))
            .ToList();
        // Without a single theme there is nothing to sort by, and what has just come is what one wants to see.
        return topics is [(var title, var only)] && title.IsEmpty ? [(title, [.. only.Reverse()])] : topics;
    }

    private static IEnumerable<WallSlide> Slides(Gathering gathering, PlainText title, IReadOnlyList<BoardNote> notes)
    {
        var barriers = Chunks(NoteKind.Barrier);
        var opportunities = Chunks(NoteKind.Opportunity);
        for (var slide = 0; slide < Math.Max(barriers.Count, opportunities.Count); slide++)
            yield return new(title, barriers.ElementAtOrDefault(slide) ?? [], opportunities.ElementAtOrDefault(slide) ?? []);

        List<WallNote[]> Chunks(NoteKind kind) => [.. notes
            .Where(note => note.Note.Kind == kind)
            .Select(note => new WallNote(note.Where, note.Note.Text, gathering.Workshop.Wall.Names ? gathering.Parties[note.Where.Party].Name : PlainText.Empty))
            .Chunk(OfAKind)];
    }
}

/// <summary>What is on the wall at one time.</summary>
/// <param name="Title">The theme; empty when the notes have none.</param>
/// <param name="Barriers">At most <see cref="WallSlides.OfAKind"/>.</param>
/// <param name="Opportunities">At most <see cref="WallSlides.OfAKind"/>.</param>
public sealed record WallSlide(PlainText Title, IReadOnlyList<WallNote> Barriers, IReadOnlyList<WallNote> Opportunities)
{
    /// <summary>Two slides are the same when one would see the same.</summary>
    public bool Equals(WallSlide? other) =>
        other is not null && Title == other.Title && Barriers.SequenceEqual(other.Barriers) && Opportunities.SequenceEqual(other.Opportunities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Barriers.Count, Opportunities.Count);
}

/// <summary>A note on the wall.</summary>
/// <param name="Where">Which.</param>
/// <param name="Text">What it says.</param>
/// <param name="Party">Whose; empty when names are not shown.</param>
public sealed record WallNote(NoteRef Where, PlainText Text, PlainText Party);
