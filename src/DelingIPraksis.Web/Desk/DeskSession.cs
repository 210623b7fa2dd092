using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Desk;

/// <summary>One open desk: what it shows, which notes are chosen, and the way to the room.</summary>
public sealed class DeskSession
{
    private readonly DeskServices _services;
    private readonly Actor _actor;
    private readonly Action _changed;
    private (Change Change, Guid Id)? _notStored;

    internal DeskSession(DeskServices services, Gathering gathering, Actor actor, Action changed)
    {
        (_services, _actor, _changed) = (services, actor, changed);
        Show(gathering);
    }

    /// <summary>What the one at the desk may see.</summary>
    public GatheringView View { get; private set; } = null!;

    /// <summary>The publication as it would be now.</summary>
    public GatheringReport Report { get; private set; } = null!;

    /// <summary>All notes, in the order they came.</summary>
    public IReadOnlyList<BoardNote> Notes { get; private set; } = [];

    /// <summary>Which notes stand behind points.</summary>
    public Coverage Coverage { get; private set; } = null!;

    /// <summary>The notes that are chosen, in the order they were.</summary>
    public ImmutableList<NoteRef> Chosen { get; private set; } = [];

    /// <summary>The point that is being written over notes, or null.</summary>
    public PointDraft? Draft { get; private set; }

    /// <summary>The point that was removed last, and its place; it can be brought back.</summary>
    public (Point Point, int Place)? Removed { get; private set; }

    public bool Owns => View.Owns;

    /// <summary>Whether the snapshot is one that the one at the desk may see at all.</summary>
    internal static bool MaySee(Gathering gathering, Actor actor) => GatheringView.For(gathering, actor).FollowsAll;

    internal void Show(Gathering gathering)
    {
        View = GatheringView.For(gathering, _actor);
        if (View.Report(attributed: false) is not { } report) return;
        Report = report;
        Notes = View.AllNotes;
        Coverage = Coverage.Of(Notes, View.Points, View.LeftOut);
        Chosen = Chosen.RemoveAll(note => NoteOf(note) is null);
    }

    /// <summary>A note that is still on a board, or null.</summary>
    public Note? NoteOf(NoteRef place) => Notes.FirstOrDefault(note => note.Where == place)?.Note;

    /// <summary>The points of a list, in order.</summary>
    public ImmutableList<Point> Points(Id<Section> section) => [.. View.Points.Where(point => point.Section == section)];

    public void Choose(NoteRef note, bool chosen)
    {
        Chosen = chosen ? Chosen.Remove(note).Add(note) : Chosen.Remove(note);
        _changed();
    }

    public void ChooseNone()
    {
        Chosen = [];
        _changed();
    }

    /// <summary>Begins a point over the chosen notes; the list is the one that most of them stand in.</summary>
    public void BeginPoint(NoteKind? kind = null)
    {
        var barriers = Chosen.Count(note => NoteOf(note)?.Kind == NoteKind.Barrier);
        Draft = new PointDraft(kind ?? (barriers * 2 >= Chosen.Count ? NoteKind.Barrier : NoteKind.Opportunity), Chosen);
        _changed();
    }

    public void EndPoint(bool kept)
    {
        if (kept) Chosen = [];
        Draft = null;
        _changed();
    }

    /// <summary>A note becomes a point, word for word.</summary>
    public Task<string?> UseAsync(BoardNote note) =>
        AskAsync(new Change.PointPut(new Point(new Id<Point>(Guid.CreateVersion7()), note.Note.Kind, note.Note.Text, [note.Where])));

    /// <summary>Each note that stands behind no point becomes one, in the order they came.</summary>
    public async Task<string?> UseAllAsync()
    {
        foreach (var note in Notes.Where(note => !Coverage.IsUsed(note.Where)).ToList())
            if (await UseAsync(note) is { } fault) return fault;
        return null;
    }

    /// <summary>A point with the notes behind it that are still on a board: one that was deleted meanwhile is no reason to refuse.</summary>
    public Task<string?> PutAsync(Point point) => AskAsync(new Change.PointPut(point with { Sources = point.Sources.RemoveAll(source => NoteOf(source) is null) }));

    public async Task<string?> MoveAsync(Point point, int place)
    {
        var fault = await AskAsync(new Change.PointMoved(point.Id, place));
        if (fault is null) Say("PointStands", place + 1, Points(point.Section).Count);
        return fault;
    }

    public async Task<string?> RemoveAsync(Point point)
    {
        var place = Points(point.Section).FindIndex(there => there.Id == point.Id);
        var fault = await AskAsync(new Change.PointRemoved(point.Id));
        if (fault is not null) return fault;
        Removed = (point, place);
        Say("PointRemoved");
        _changed();
        return null;
    }

    /// <summary>The point that was removed last stands where it stood.</summary>
    public async Task<string?> BringBackAsync()
    {
        if (Removed is not { } removed) return null;
        var fault = await PutAsync(removed.Point) ?? await AskAsync(new Change.PointMoved(removed.Point.Id, removed.Place));
        if (fault is null) ForgetRemoved();
        return fault;
    }

    public void ForgetRemoved()
    {
        Removed = null;
        _changed();
    }

    /// <summary>Asks the room. What could not be stored keeps its id: once more is the same change, never a second one.</summary>
    /// <returns>What stood in the way, in words; null when it is kept.</returns>
    public async Task<string?> AskAsync(Change change)
    {
        var id = _notStored is { } before && before.Change == change ? before.Id : Guid.CreateVersion7();
        var reply = await _services.Rooms.SubmitAsync(View.Id, _actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        if (reply is Reply.Kept) Show(await _services.Rooms.ReadAsync(View.Id));
        return reply switch
        {
            Reply.Refused refused => _services.Refusals.Say(refused.Refusal),
            Reply.NotStored => _services.Refusals.SayNotStored(),
            _ => null,
        };
    }

    private void Say(string key, params object[] arguments) => _services.Announcer.Say(_services.Texts[key, arguments]);
}

/// <summary>A point that is being written.</summary>
/// <param name="Kind">The list it is meant for.</param>
/// <param name="Sources">The notes it is written over.</param>
public sealed record PointDraft(NoteKind Kind, ImmutableList<NoteRef> Sources);
