using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The number of notes about a theme.</summary>
/// <param name="Theme">The organiser's group, or otherwise the theme that the notes' writers chose; empty when there is neither.</param>
/// <param name="Barriers">The number of barriers.</param>
/// <param name="Opportunities">The number of opportunities.</param>
public sealed record ThemeCount(PlainText Theme, int Barriers, int Opportunities)
{
    /// <summary>The total.</summary>
    public int Notes => Barriers + Opportunities;

    /// <summary>The counts of a gathering's notes, the largest first. Notes without a theme come last.</summary>
    public static ImmutableList<ThemeCount> Of(Gathering gathering)
    {
        var groups = gathering
            .Groups.SelectMany(group => group.Notes.Select(note => (note, group.Name)))
            .DistinctBy(there => there.note)
            .ToDictionary(there => there.note, there => there.Name);
        return
        [
            .. BoardNote.AllOf(gathering.Workshop.Work.Values)
                .GroupBy(
                    note => groups.GetValueOrDefault(note.Where, note.Note.Theme),
                    (theme, notes) => Count(theme, [.. notes.Select(note => note.Note.Kind)])
                )
                .OrderBy(count => count.Theme.IsEmpty).ThenByDescending(count => count.Notes).ThenBy(count => count.Theme),
        ];
    }

    private static ThemeCount Count(PlainText theme, List<NoteKind> kinds) =>
        new(theme, kinds.Count(kind => kind == NoteKind.Barrier), kinds.Count(kind => kind == NoteKind.Opportunity));
}
