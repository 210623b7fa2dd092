using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>The menu of one note: reword, move, delete, whom it is for, what it is about, and what it answers.</summary>
public partial class NoteMenu : ComponentBase
{
    private static readonly string[] Typical = ["Procurement", "Rules", "Money", "Skills", "Together", "Room", "Numbers", "Anchoring"];

    [Parameter, EditorRequired]
    public BoardNote Item { get; set; } = null!;

    [Parameter, EditorRequired]
    public NoteActions Acts { get; set; } = null!;

    /// <summary>All notes of the board. The menu finds the barriers to answer, and the themes already used, in them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardNote> Board { get; set; } = [];

    private Id<Note> Id => Item.Where.Note;

    private bool Barrier => Item.Note.Kind == NoteKind.Barrier;

    private IEnumerable<BoardNote> Barriers => Board.Where(note => note.Note.Kind == NoteKind.Barrier && !Acts.IsRemoved(note));

    // The pair's own themes come first, so that it uses one word for one thing.
    private IEnumerable<PlainText> Themes => Board.Select(note => note.Note.Theme).Where(theme => !theme.IsEmpty)
        .Concat(Typical.Select(theme => new PlainText(N[$"Theme{theme}"])))
        .DistinctBy(theme => theme.Value, StringComparer.OrdinalIgnoreCase);

    private string MoveLabel => T[Barrier ? "MoveToOpportunities" : "MoveToBarriers"];

    private static string Pressed(bool on) => on ? "true" : "false";
}
