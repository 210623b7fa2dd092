using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What one screen does with the notes of its board, and where it is with it: whose menu is open, which note is being worded anew, and which
/// were just deleted and can be had back. One for a board and not one for a note, so that a note is nothing but what is drawn of it.
/// </summary>
public sealed class NoteActs(BoardSession session, Announcer announcer, IStringLocalizer<NoteTexts> texts, Action onChange)
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
        Shown = _removed.Count == 0 ? board : [.. board.Where(note => !IsRemoved(note)).Concat(_removed.Select(removed => removed.Note)).OrderBy(note => note.Note.Sequence)];
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

    /// <summary>Agrees with a note, or takes it back.</summary>
    public Task AgreeAsync(BoardNote note) => DoAsync(note, new Change.NoteAgreed(note.Where, !note.Note.AgreedBy.Contains(session.Seat.Party)));

    /// <summary>Wants to bring a note to the plenary, or no longer.</summary>
    public Task VoteAsync(BoardNote note) => DoAsync(note, new Change.NoteVoted(note.Where, !note.Note.Votes.Contains(session.Seat.Party)));

    /// <summary>Says what a note is about and whom it is for.</summary>
    public Task LabelAsync(BoardNote note, PlainText theme, Addressee? to) => DoAsync(note, new Change.NoteLabelled(note.Where.Note, theme, to));

    /// <summary>Says which barrier an opportunity answers, or none.</summary>
    public Task AnswerAsync(BoardNote note, NoteRef? barrier) => DoAsync(note, new Change.NoteAnswers(note.Where.Note, barrier));

    /// <summary>Moves a note to a column.</summary>
    public async Task MoveAsync(BoardNote note, NoteKind kind)
    {
        Close();
        if (kind == note.Note.Kind || !await DoAsync(note, new Change.NoteMoved(note.Where.Note, kind))) return;
        announcer.Say(texts[kind == NoteKind.Barrier ? "SayMovedToBarriers" : "SayMovedToOpportunities"]);
    }

    /// <summary>Deletes a note; it is shown as deleted at once, with the way back in its place.</summary>
    public async Task DeleteAsync(BoardNote note)
    {
        Open = null;
        if (IsRemoved(note)) return;
        _removed.Add((note, Gone: false));
        if (_removed.Count > MostRemoved) _removed.RemoveAt(0);
        onChange();
        if (await DoAsync(note, new Change.NoteDeleted(note.Where.Note))) announcer.Say(texts["SayDeleted"]);
        else Set(() => _removed.RemoveAll(removed => removed.Note.Where == note.Where));
    }

    /// <summary>Brings a deleted note back.</summary>
    public async Task RestoreAsync(BoardNote note)
    {
        if (await DoAsync(note, new Change.NoteRestored(note.Where.Note))) announcer.Say(texts["SayRestored"]);
    }

    private async Task<bool> DoAsync(BoardNote note, Change change)
    {
        var refusal = await session.DoAsync(change);
        Set(() => Refused = refusal is null ? null : (note.Where, refusal));
        return refusal is null;
    }

    private void Set(Action change)
    {
        change();
        onChange();
    }
}
