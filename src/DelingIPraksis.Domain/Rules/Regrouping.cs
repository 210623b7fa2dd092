using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>The changes for grouping notes by hand, and their inverses.</summary>
public static class Regrouping
{
    /// <summary>Two or more groups become one: the first takes the notes of the others.</summary>
    public static Change.NotesGrouped Merge(NoteGroup into, IReadOnlyList<NoteGroup> others) =>
        new([into with { Notes = [.. others.SelectMany(group => group.Notes)] }], [], [.. others.Select(group => group.Id)]);

    /// <summary>The change that moves the notes back, as far as they were moved by this change.</summary>
    /// <param name="before">The groups before the change.</param>
    /// <param name="done">The change.</param>
    /// <param name="now">The groups now. What others have added to a new group meanwhile stays there.</param>
    public static Change.NotesGrouped Inverse(IReadOnlyList<NoteGroup> before, Change.NotesGrouped done, IReadOnlyList<NoteGroup> now)
    {
        var stood = before
            .SelectMany(group => group.Notes.Select(note => (note, group.Id)))
            .ToDictionary(place => place.note, place => place.Id);
        var moved = done.Groups.SelectMany(group => group.Notes).Concat(done.Loose)
            .Concat(before.Where(group => done.GivenUp.Contains(group.Id)).SelectMany(group => group.Notes)).ToHashSet();
        var groups = before.Select(group => group with { Notes = group.Notes.RemoveAll(note => !moved.Contains(note)) })
            .Where(group => !group.Notes.IsEmpty || done.GivenUp.Contains(group.Id)).ToImmutableList();
        var made = done.Groups.Select(group => group.Id).Distinct().Where(id => before.All(group => group.Id != id));
        return new(
            groups,
            [.. moved.Where(note => !stood.ContainsKey(note))],
            [.. made.Where(id => now.Any(group => group.Id == id && group.Notes.TrueForAll(moved.Contains)))]
        );
    }
}
