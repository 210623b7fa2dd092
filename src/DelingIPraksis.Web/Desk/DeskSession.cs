using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>One open desk: what it shows, which notes are chosen, what can be undone, and the way to the room.</summary>
public sealed partial class DeskSession
{
    private readonly DeskServices _services;
    private readonly Actor _actor;
    private readonly Action _changed;
    private readonly Stack<DeskUndo> _done = [];
    private Dictionary<NoteRef, Note> _notes = [];
    private Dictionary<NoteRef, NoteGroup> _groups = [];
    private NoteRef? _anchor;
    private (Change Change, Guid Id)? _notStored;

    internal DeskSession(DeskServices services, Gathering gathering, Actor actor, Action changed)
    {
        (_services, _actor, _changed) = (services, actor, changed);
        Filter = NoteFilter.From(new Uri(services.Navigation.Uri).Query);
        Show(gathering);
    }

    /// <summary>What the one at the desk may see.</summary>
    public GatheringView View { get; private set; } = null!;

    /// <summary>The publication as it would be now.</summary>
    public GatheringReport Report { get; private set; } = null!;

    /// <summary>All notes, in the order they came.</summary>
    public IReadOnlyList<BoardNote> Notes { get; private set; } = [];

    /// <summary>What has become of the notes.</summary>
    public Coverage Coverage { get; private set; } = null!;

    /// <summary>Which notes are shown, and how.</summary>
    public NoteFilter Filter { get; private set; }

    /// <summary>The notes that are chosen, in the order they were.</summary>
    public ImmutableList<NoteRef> Chosen { get; private set; } = [];

    /// <summary>What is being drawn across the desk, or null.</summary>
    public DeskDrag? Drag { get; set; }

    /// <summary>The point that is being written over notes, or null.</summary>
    public PointDraft? Draft { get; private set; }

    /// <summary>What was done last and can be undone, or null.</summary>
    public DeskUndo? LastDone => _done.TryPeek(out var last) ? last : null;

    public bool Owns => View.Owns;

    /// <summary>Who else is here, and what they are at.</summary>
    internal DeskSeat? Seat { get; set; }

    /// <summary>Whether the snapshot is one that the one at the desk may see at all.</summary>
    internal static bool MaySee(Gathering gathering, Actor actor) => GatheringView.For(gathering, actor).FollowsAll;

    internal void Show(Gathering gathering)
    {
        View = GatheringView.For(gathering, _actor);
        if (View.Report(attributed: false) is not { } report) return;
        Report = report;
        Notes = View.AllNotes;
        _notes = Notes.ToDictionary(note => note.Where, note => note.Note);
        _groups = View
            .Groups.SelectMany(group => group.Notes.Select(note => (note, group)))
            .ToDictionary(place => place.note, place => place.group);
        Coverage = Coverage.Of(Notes, View.Points, View.LeftOut);
        Chosen = Chosen.RemoveAll(note => NoteOf(note) is null);
    }

    /// <summary>A note that is still on a board, or null.</summary>
    public Note? NoteOf(NoteRef place) => _notes.GetValueOrDefault(place);

    /// <summary>Shows other notes, or in another way.</summary>
    public void Narrow(NoteFilter filter)
    {
        if (filter == Filter) return;
        Filter = filter;
        _services.Navigation.NavigateTo(_services.Navigation.GetUriWithQueryParameters(filter.ToQuery()), replace: true);
        _changed();
    }

    /// <summary>Chooses a note or no longer; with a range, all between the one chosen last and this one.</summary>
    public void Choose(NoteRef note, bool chosen, IReadOnlyList<BoardNote>? range = null)
    {
        IEnumerable<NoteRef> all = [note];
        if (range is not null && _anchor is { } anchor)
        {
            var places = range.Select(shown => shown.Where).ToList();
            var (from, to) = (places.IndexOf(anchor), places.IndexOf(note));
            if (from >= 0 && to >= 0) all = places[Math.Min(from, to)..(Math.Max(from, to) + 1)];
        }

        _anchor = note;
        Choose(all, chosen);
    }

    /// <summary>Whether a note is chosen.</summary>
    public bool IsChosen(NoteRef note) => Chosen.Contains(note);

    /// <summary>Chooses notes, or no longer.</summary>
    public void Choose(IEnumerable<NoteRef> notes, bool chosen)
    {
        var all = notes.ToHashSet();
        var rest = Chosen.RemoveAll(all.Contains);
        Chosen = chosen ? rest.AddRange(all) : rest;
        _changed();
    }

    public void ChooseNone()
    {
        Chosen = [];
        _changed();
    }

    /// <summary>Asks the room. What could not be stored keeps its id: once more is the same change, never a second one.</summary>
    /// <returns>What stood in the way, in words; null when it is kept.</returns>
    public async Task<string?> AskAsync(Change change) => await SubmitAsync(change) switch
    {
        Reply.Refused refused => _services.Refusals.Say(refused.Refusal),
        Reply.NotStored away => _services.Refusals.Say(away),
        _ => null,
    };

    /// <summary>Asks the parties what they may be quoted on; the way back is to call it off.</summary>
    public Task<string?> AskConsentAsync(Change.ConsentAsked change) =>
        DoAsync(change, () => AskAsync(new Change.ConsentCalledOff()), "AskedConsent");

    /// <summary>Takes back what was done last.</summary>
    public async Task<string?> UndoAsync()
    {
        if (!_done.TryPop(out var last)) return null;
        var fault = await last.BackAsync();
        if (fault is null) Say("Undone", last.Words);
        _changed();
        return fault;
    }

    /// <summary>What was done last need not be shown any more.</summary>
    public void ForgetDone()
    {
        _done.Clear();
        _changed();
    }

    private async Task<Reply> SubmitAsync(Change change)
    {
        var id = _notStored is { } before && before.Change == change ? before.Id : Guid.CreateVersion7();
        var reply = await _services.Rooms.SubmitAsync(View.Id, _actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        if (reply is Reply.Kept) Show(await _services.Rooms.ReadAsync(View.Id));
        return reply;
    }

    // Does something that has a way back, and says that it is done.
    private async Task<string?> DoAsync(Change change, Func<Task<string?>> back, string key, params object[] arguments)
    {
        var fault = await AskAsync(change);
        if (fault is not null) return fault;
        Remember(back, key, arguments);
        _changed();
        return null;
    }

    private void Remember(Func<Task<string?>> back, string key, params object[] arguments)
    {
        _done.Push(new DeskUndo(_services.Sorting[key, arguments], back));
        Say(key, arguments);
    }

    private void Say(string key, params object[] arguments) => _services.Announcer.Say(_services.Sorting[key, arguments]);
}

/// <summary>A point that is being written.</summary>
/// <param name="Section">The section it is meant for.</param>
/// <param name="Sources">The notes it is written over.</param>
public sealed record PointDraft(Id<Section> Section, ImmutableList<NoteRef> Sources);

/// <summary>Something that was done, and the way back.</summary>
/// <param name="Words">What was done.</param>
/// <param name="BackAsync">Takes it back; gives what stood in the way, or null.</param>
public sealed record DeskUndo(string Words, Func<Task<string?>> BackAsync);

/// <summary>What is being drawn across the desk: notes, or a point.</summary>
/// <param name="Notes">The notes.</param>
/// <param name="Point">The point, or null.</param>
public sealed record DeskDrag(ImmutableList<NoteRef> Notes, Point? Point);
