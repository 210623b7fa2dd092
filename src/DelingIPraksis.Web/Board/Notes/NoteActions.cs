using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What one screen does with the notes of its board, and where it is with it: whose menu is open, which note is being worded anew, and
/// which were just deleted and can be had back. One for a board and not one for a note, so that a note is nothing but what is drawn of it.
/// </summary>
public sealed class NoteActions(BoardSession session, Announcer announcer, IStringLocalizer<NoteTexts> texts, Action onChange)
{
    private const int MostRemoved = 5;
    private readonly List<(BoardNote Note, bool Gone)> _removed = [];

    /// <summary>The notes as they are shown: those on the board, and in its place each that was just deleted here.</summary>
    public IReadOnlyList<BoardNote> Shown { get; private set; } = [];

    /// <summary>The note whose menu is open, or null.</summary>
    public BoardNote? Open { get; private set; }

    /// <summary>The note that is being worded anew, or null.</summary>
    public NoteRef? Wording { get; private set; }

    /// <summary>The note that was refused something, and why, or null.</summary>
    public (NoteRef Note, string Words)? Refused { get; private set; }

    /// <summary>Takes the board as it is now.</summary>
    public void Take(IReadOnlyList<BoardNote> board)
    {
        var there = board.Select(note => note.Where).ToHashSet();
        // One that was gone and is there again has been brought back, here or elsewhere.
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

    /// <summary>Whether a note was just deleted here, and can be had back where it was.</summary>
    public bool IsRemoved(BoardNote note) => _removed.Exists(removed => removed.Note.Where == note.Where);

    /// <summary>Opens a note's menu, or closes it.</summary>
    public void Toggle(BoardNote note) => Set(() => Open = Open?.Where == note.Where ? null : note);

    /// <summary>Closes the menu.</summary>
    public void Close() => Set(() => Open = null);

    /// <summary>Words a note anew, in its place.</summary>
    public void Reword(BoardNote note) => Set(() => (Open, Wording) = (null, note.Where));

    /// <summary>It is worded, or is to stay as it was.</summary>
    public void StopWording() => Set(() => Wording = null);

    /// <summary>Shows what is done to a note while it is asked for, and says what came of it.</summary>
    internal async Task<BoardResponse> ShowAsync(Change change, Func<Task<BoardResponse>> ask)
    {
        if (change is Change.NoteMoved) Close();
        // It is shown as deleted at once, with the way back in its place.
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
