using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// One note. Drawn anew only when the note itself, or something done here, has changed: on a board of two hundred a new note costs one
/// note's drawing.
/// </summary>
public partial class NoteCard : ComponentBase
{
    private (BoardNote, bool, bool, bool, BoardNote?)? _shown;
    private BoardNote? _answered;
    private bool _changed;
    private bool _open;
    private bool _editing;
    private long _age;
    private string? _refusal;

    [Parameter, EditorRequired]
    public BoardSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardNote Item { get; set; } = null!;

    [Parameter]
    public bool Voting { get; set; }

    /// <summary>How many votes the party has left.</summary>
    [Parameter]
    public int Votes { get; set; }

    /// <summary>Whether it was deleted a moment ago, and can be brought back here.</summary>
    [Parameter]
    public bool Deleted { get; set; }

    [Parameter]
    public EventCallback<BoardNote?> OnRemoved { get; set; }

    protected override void OnParametersSet()
    {
        _answered = Item.Note.Answers is { } barrier ? Find(barrier) : null;
        var shown = (Item, Deleted, Voting, Votes == 0, _answered);
        if (shown == _shown) return;
        _changed = true;
        _shown = shown;
        _age = Math.Max(0, (long)(Session.Time.GetUtcNow() - Item.Note.At).TotalSeconds);
    }

    protected override bool ShouldRender()
    {
        var changed = _changed;
        _changed = false;
        return changed;
    }

    private string Key => Item.Note.Id.ToString();

    private Id<Party> Party => Session.Seat.Party;

    private bool Own => Item.Where.Party == Party;

    private bool Barrier => Item.Note.Kind == NoteKind.Barrier;

    private bool Agreed => Item.Note.AgreedBy.Contains(Party);

    private bool Voted => Item.Note.Votes.Contains(Party);

    private int Agrees => Item.Note.AgreedBy.Count;

    private string Shape => Session.ShapeOf(Item.Where.Party) switch { Shell.Parts.MarkShape.Square => "is-square", Shell.Parts.MarkShape.Leaf => "is-leaf", _ => "is-round" };

    private string Voters => Item.Note.Votes.IsEmpty ? "" : T["BroughtBy", JoinedNames.Of(Item.Note.Votes.Select(Session.NameOf), T)];

    private static string Pressed(bool on) => on ? "true" : "false";

    private async Task Agree() => await DoAsync(new Change.NoteAgreed(Item.Where, !Agreed));

    private async Task Vote() => await DoAsync(new Change.NoteVoted(Item.Where, !Voted));

    /// <summary>The barriers on the board, for the one who chooses which this answers.</summary>
    private IEnumerable<BoardNote> Barriers => Board.Where(note => note.Note.Kind == NoteKind.Barrier);

    private IReadOnlyList<BoardNote> Board => Session.View.OwnPair is { } pair ? Session.View.Board(pair) : [];

    // One that has since been deleted or moved is no barrier any longer, and is not told.
    private BoardNote? Find(NoteRef barrier) => Board.FirstOrDefault(note => note.Where == barrier && note.Note.Kind == NoteKind.Barrier);

    private static string Short(BoardNote note)
    {
        const int Longest = 60;
        var text = note.Note.Text.Value.ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest).TrimEnd(), "…");
    }

    private async Task Answer(ChangeEventArgs chosen)
    {
        var barrier = Barriers.FirstOrDefault(note => note.Note.Id.ToString() == chosen.Value?.ToString());
        await DoAsync(new Change.NoteAnswers(Item.Note.Id, barrier?.Where));
    }

    private async Task Move()
    {
        _open = false;
        await DoAsync(new Change.NoteMoved(Item.Note.Id, Barrier ? NoteKind.Opportunity : NoteKind.Barrier));
    }

    private void ToggleMenu() => (_open, _changed) = (!_open, true);

    private void Edit() => (_open, _editing, _changed) = (false, true, true);

    private void StopEditing() => (_editing, _changed) = (false, true);

    private async Task Delete()
    {
        _open = false;
        // Shown as deleted at once, with the way back in its place; if it is refused the note is there again.
        await OnRemoved.InvokeAsync(Item);
        if (!await DoAsync(new Change.NoteDeleted(Item.Note.Id))) await OnRemoved.InvokeAsync(null);
    }

    private async Task Restore() => await DoAsync(new Change.NoteRestored(Item.Note.Id));

    private async Task<bool> DoAsync(Change change)
    {
        _changed = true;
        _refusal = await Session.DoAsync(change);
        _changed = true;
        return _refusal is null;
    }
}
