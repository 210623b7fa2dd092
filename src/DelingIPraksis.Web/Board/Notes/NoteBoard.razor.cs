using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>The shared board of a pair.</summary>
public partial class NoteBoard : ComponentBase, IDisposable
{
    private readonly Dictionary<NoteKind, IReadOnlyList<BoardNote>> _columns = [];
    private NoteActions _acts = null!;
    private IReadOnlyList<BoardNote> _unanswered = [];
    private int _votesLeft;

    [Parameter, EditorRequired]
    public BoardSession Session { get; set; } = null!;

    [Parameter]
    public bool Voting { get; set; }

    protected override void OnInitialized() => Session.Notes = _acts = new NoteActions(Session, Announcer, N, Redraw);

    public void Dispose()
    {
        if (Session.Notes == _acts) Session.Notes = null;
        GC.SuppressFinalize(this);
    }

    protected override void OnParametersSet()
    {
        var board = Session.View.Board(Session.View.OwnPair!);
        _acts.Take(board);
        _votesLeft = Session.View.VotesLeft;
        // The newest note comes first, beside the field it was written in.
        foreach (var kind in Enum.GetValues<NoteKind>()) _columns[kind] = [.. _acts.Shown.Where(note => note.Note.Kind == kind).Reverse()];
        // Shown only to pairs that have begun to answer barriers: to the others it would be one more thing to do.
        _unanswered = board.Any(note => note.Answered is not null)
            ? [.. GatheringView.Unanswered(board).Where(note => !_acts.IsRemoved(note))]
            : [];
    }

    private int CountOf(NoteKind kind) => _columns[kind].Count(note => !_acts.IsRemoved(note));

    // The event comes from a browser: only a note that is shown, and that may be changed, is opened.
    private void Toggle(NoteMenuEventArgs pressed)
    {
        if (Voting || !Id<Note>.TryParse(pressed.Note, null, out var id)) return;
        if (_acts.Shown.FirstOrDefault(note => note.Where.Note == id && !_acts.IsRemoved(note)) is { } item && Session.View.MayChange(item))
            _acts.Toggle(item);
    }

    private void Redraw()
    {
        OnParametersSet();
        StateHasChanged();
    }
}
