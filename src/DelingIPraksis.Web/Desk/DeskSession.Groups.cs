using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Web.Desk;

public sealed partial class DeskSession
{
    /// <summary>The group of a note, or null.</summary>
    public NoteGroup? GroupOf(NoteRef note) => _groups.GetValueOrDefault(note);

    /// <summary>The group with a name, or null.</summary>
    public NoteGroup? GroupNamed(string name) =>
        View.Groups.FirstOrDefault(group => string.Equals(group.Name.Value, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Puts notes in the group with this name, and makes the group if needed.</summary>
    public async Task<string?> GroupAsync(IEnumerable<NoteRef> notes, string name)
    {
        var group = GroupNamed(name) ?? new NoteGroup(new Id<NoteGroup>(Guid.CreateVersion7()), name, []);
        var fault = await DoAsync(new Change.NotesGrouped([group with { Notes = [.. notes] }], [], []));
        if (fault is not null) return fault;
        ChooseNone();
        await LearnAsync([group.Id], byHand: true);
        return null;
    }

    /// <summary>Takes notes out of their groups.</summary>
    public async Task<string?> LoosenAsync(IEnumerable<NoteRef> notes)
    {
        var fault = await DoAsync(new Change.NotesGrouped([], [.. notes.Where(note => GroupOf(note) is not null)], []));
        if (fault is null) ChooseNone();
        return fault;
    }

    /// <summary>Moves the notes of a group to another.</summary>
    public Task<string?> MergeGroupsAsync(NoteGroup into, NoteGroup other) =>
        DoAsync(Regrouping.Merge(into, [other]));

    /// <summary>Removes a group. Its notes are then in no group.</summary>
    public Task<string?> DissolveAsync(NoteGroup group) => DoAsync(new Change.NotesGrouped([], [], [group.Id]));

    /// <summary>Renames a group.</summary>
    public async Task<string?> RenameAsync(NoteGroup group, string name)
    {
        var fault = await DoAsync(new Change.GroupPut(group.Id, name));
        if (fault is null) await LearnAsync([group.Id], byHand: true);
        return fault;
    }

    /// <summary>Makes groups of suggested themes, together.</summary>
    public async Task<string?> ApplyAsync(IEnumerable<(string Name, ImmutableList<NoteRef> Notes)> themes)
    {
        var groups = themes
            .GroupBy(theme => theme.Name.Trim(), theme => theme.Notes, StringComparer.OrdinalIgnoreCase)
            .Select(theme =>
                (GroupNamed(theme.Key) ?? new NoteGroup(new Id<NoteGroup>(Guid.CreateVersion7()), theme.Key, [])) with
                {
                    Notes = [.. theme.SelectMany(notes => notes)],
                }
            )
            .ToImmutableList();
        var fault = await DoAsync(new Change.NotesGrouped(groups, [], []));
        if (fault is null) await LearnAsync(groups.ConvertAll(group => group.Id), byHand: false);
        return fault;
    }

    /// <summary>Leaves notes out of the report, or takes them in again.</summary>
    public async Task<string?> LeaveOutAsync(IEnumerable<NoteRef> notes, bool leftOut)
    {
        ImmutableList<NoteRef> changed = [.. notes.Where(note => View.LeftOut.Contains(note) != leftOut)];
        if (changed.IsEmpty) return null;
        var fault = await DoAsync(new Change.NotesLeftOut(changed, leftOut));
        if (fault is null) ChooseNone();
        return fault;
    }
}
