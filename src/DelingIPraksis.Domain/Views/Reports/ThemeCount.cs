using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>How many notes there are about something.</summary>
/// <param name="Theme">The group the organiser has put them in, or else what those who wrote them say; empty when neither has.</param>
/// <param name="Barriers">How many stand in the way.</param>
/// <param name="Opportunities">How many could open up.</param>
public sealed record ThemeCount(PlainText Theme, int Barriers, int Opportunities)
{
    /// <summary>How many in all.</summary>
    public int Notes => Barriers + Opportunities;

    /// <summary>The counts of a gathering's notes, the largest first and those without a theme last.</summary>
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
