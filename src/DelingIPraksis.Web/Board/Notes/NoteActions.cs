using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// The state of the notes on one screen: whose menu is open, which note is being reworded, and which were just deleted and can be
/// restored. There is one for a board, not one for each note, so that a note holds only what is drawn.
/// </summary>
public sealed class NoteActions(BoardSession session, Announcer announcer, IStringLocalizer<NoteTexts> texts, Action onChange)
{
    private const int MostRemoved = 5;
    private readonly List<(BoardNote Note, bool Gone)> _removed = [];

    /// <summary>The notes as they are shown: those on the board, and each that was just deleted here, in its old place.</summary>
    public IReadOnlyList<BoardNote> Shown { get; private set; } = [];

    /// <summary>The note whose menu is open, or null.</summary>
    public BoardNote? Open { get; private set; }

    /// <summary>The note that is being reworded, or null.</summary>
    public NoteRef? Wording { get; private set; }

    /// <summary>The note whose last change was refused, and why, or null.</summary>
    public (NoteRef Note, string Words)? Refused { get; private set; }

    /// <summary>Replaces the notes with those on the board now.</summary>
    public void Take(IReadOnlyList<BoardNote> board)
    {
        var there = board.Select(note => note.Where).ToHashSet();
        // A deleted note that is on the board again has been restored, here or elsewhere.
        _removed.RemoveAll(removed => removed.Gone && there.Contains(removed.Note.Where));
        for (var index = 0; index < _removed.Count; index++)
            if (!there.Contains(_removed[index].Note.Where)) _removed[index] = (_removed[index].Note, Gone: true);
        Open = Open is { } open ? board.FirstOrDefault(note => note.Where == open.Where) : null;
        if (Wording is { } wording && !there.Contains(wording)) Wording = null;
        Shown =
            _removed.Count == 0
                ? board
                :
                [
                    .. board
                        .Where(note => !IsRemoved(note))
                        .Concat(_removed.Select(removed => removed.Note))
                        .OrderBy(note => note.Note.Sequence),
                ];
    }

    /// <summary>Whether a note was just deleted here, and can be restored to its place.</summary>
    public bool IsRemoved(BoardNote note) => _removed.Exists(removed => removed.Note.Where == note.Where);

    /// <summary>Opens a note's menu, or closes it.</summary>
    public void Toggle(BoardNote note) => Set(() => Open = Open?.Where == note.Where ? null : note);

    public void Close() => Set(() => Open = null);

    /// <summary>Starts to reword a note, in its place.</summary>
    public void Reword(BoardNote note) => Set(() => (Open, Wording) = (null, note.Where));

    /// <summary>Ends the rewording, with or without a change.</summary>
    public void StopWording() => Set(() => Wording = null);

    /// <summary>Shows a change to a note before the server has answered, and announces the result.</summary>
    internal async Task<BoardResponse> ShowAsync(Change change, Func<Task<BoardResponse>> ask)
    {
        if (change is Change.NoteMoved) Close();
        // The note is shown as deleted at once, with a button to restore it in its place.
        var removed = change is Change.NoteDeleted deleted ? Remove(deleted.Note) : null;
        var answer = await ask();
        if (!answer.Kept && removed is not null) Set(() => _removed.RemoveAll(note => note.Note.Where == removed.Where));
        var refused = Shown.FirstOrDefault(note => note.Where.Note == NoteOf(change))?.Where;
        Set(() => Refused = answer.Message is { } words && refused is { } note ? (note, words) : null);
        if (answer.Kept && Said(change) is { } said) announcer.Say(texts[said]);
        return answer;
    }

    private BoardNote? Remove(Id<Note> id)
    {
        Open = null;
        var note = Shown.FirstOrDefault(note => note.Where.Note == id && session.View.MayChange(note) && !IsRemoved(note));
        if (note is not null) _removed.Add((note, Gone: false));
        if (_removed.Count > MostRemoved) _removed.RemoveAt(0);
        onChange();
        return note;
    }

    private static Id<Note>? NoteOf(Change change) => change switch
    {
        Change.NoteAgreed agreed => agreed.Note.Note,
        Change.NoteVoted voted => voted.Note.Note,
        Change.NoteMoved moved => moved.Note,
        Change.NoteDeleted deleted => deleted.Note,
        Change.NoteRestored restored => restored.Note,
        Change.NoteLabelled labelled => labelled.Note,
        Change.NoteAnswers answers => answers.Note,
        _ => null,
    };

    private static string? Said(Change change) => change switch
    {
        Change.NoteMoved { Kind: NoteKind.Barrier } => "SayMovedToBarriers",
        Change.NoteMoved => "SayMovedToOpportunities",
        Change.NoteDeleted => "SayDeleted",
        Change.NoteRestored => "SayRestored",
        _ => null,
    };

    private void Set(Action change)
    {
        change();
        onChange();
    }
}
