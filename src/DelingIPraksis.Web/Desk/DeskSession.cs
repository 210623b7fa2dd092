using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting.Form;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>One open desk: what it shows, which notes are chosen, and what is done to the report.</summary>
public sealed partial class DeskSession : GatheringSession
{
    private static readonly string[] _undoes = [.. Verbs.UndoneOn<IOfDesk>()];

    private readonly DeskServices _services;
    private readonly Action _changed;
    private Dictionary<NoteRef, Note> _notes = [];
    private Dictionary<NoteRef, NoteGroup> _groups = [];
    private Dictionary<Id<Section>, ImmutableList<Point>> _points = [];
    private Dictionary<Id<Point>, int> _places = [];
    private NoteRef? _anchor;

    internal DeskSession(DeskServices services, Gathering gathering, Actor actor, Action changed)
        : base(services.Acting, gathering, actor, changed)
    {
        (_services, _changed) = (services, changed);
        Filter = NoteFilter.From(new Uri(services.Navigation.Uri).Query);
        Show(gathering);
    }

    /// <summary>The publication as it would be now.</summary>
    public GatheringReport Report { get; private set; } = null!;

    /// <summary>All notes, in the order they came.</summary>
    public IReadOnlyList<BoardNote> Notes { get; private set; } = [];

    /// <summary>The usage of the notes.</summary>
    public Coverage Coverage { get; private set; } = null!;

    /// <summary>What is worth a look before the report is published, on the day it is read.</summary>
    public ImmutableList<ReportFlaw> Flaws { get; private set; } = [];

    /// <summary>Which notes are shown, and how.</summary>
    public NoteFilter Filter { get; private set; }

    /// <summary>The chosen notes, in the order of choosing.</summary>
    public ImmutableList<NoteRef> Chosen { get; private set; } = [];

    /// <summary>What is being dragged, or null.</summary>
    public DeskDrag? Drag { get; set; }

    /// <summary>The point that is being written, or null.</summary>
    public PointDraft? Draft { get; private set; }

    /// <summary>The other open desks, and what each edits.</summary>
    internal DeskSeat? Seat { get; set; }

    /// <summary>Whether the account may see the gathering.</summary>
    internal static bool MaySee(Gathering gathering, Actor actor) => GatheringView.For(gathering, actor).FollowsAll;

    internal override void Show(Gathering gathering)
    {
        base.Show(gathering);
        if (View.Report(attributed: false) is not { } report) return;
        Report = report;
        Notes = View.AllNotes;
        _notes = Notes.ToDictionary(note => note.Where, note => note.Note);
        _groups = View
            .Groups.SelectMany(group => group.Notes.Select(note => (note, group)))
            .ToDictionary(place => place.note, place => place.group);
        _points = View.Points.GroupBy(point => point.Section).ToDictionary(points => points.Key, points => points.ToImmutableList());
        _places = _points.Values.SelectMany(points => points.Index()).ToDictionary(place => place.Item.Id, place => place.Index + 1);
        Coverage = Coverage.Of(Notes, View.Points, View.LeftOut);
        Chosen = Chosen.RemoveAll(note => NoteOf(note) is null);
        var now = _services.Time.GetUtcNow();
        Flaws = View.Flaws(now, NorwegianTime.DayOf(now), report);
    }

    /// <summary>A note that is still on a board, or null.</summary>
    public Note? NoteOf(NoteRef place) => _notes.GetValueOrDefault(place);

    /// <summary>Changes the filter.</summary>
    public void Narrow(NoteFilter filter)
    {
        if (filter == Filter) return;
        Filter = filter;
        _services.Navigation.NavigateTo(_services.Navigation.GetUriWithQueryParameters(filter.ToQuery()), replace: true);
        _changed();
    }

    /// <summary>Chooses or unchooses a note; with a range, all between the last chosen note and this one.</summary>
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

    /// <summary>Chooses or unchooses notes.</summary>
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

    public override void Dispose()
    {
        Seat?.Dispose();
        base.Dispose();
    }

    private protected override string[] Undoes => _undoes;

    private protected override string WordsOf(Step step, GatheringView before, IReadOnlyDictionary<Id<User>, string> names) =>
        DeskWords.Of(step.Change, before, View, TitleOf, _services.Sorting);

    private protected override string WordsOfNoWayBack(Step step) =>
        step.Change is Change.PointWorded ? _services.Sorting["WordedSince"] : base.WordsOfNoWayBack(step);

    private protected override void Tell(string undone, string? fault)
    {
        if (fault is null) Say(_services.Sorting["Undone", undone]);
    }

    // Makes a change that can be undone, and reports it.
    private async Task<string?> DoAsync(Change change)
    {
        var fault = await AskAsync(change);
        if (fault is null && LastDone is { } done) Say(done);
        return fault;
    }

    private void Say(string words) => _services.Announcer.Say(words);
}

/// <summary>A point that is being written.</summary>
/// <param name="Section">The section it is meant for.</param>
/// <param name="Sources">The notes it is written from.</param>
public sealed record PointDraft(Id<Section> Section, ImmutableList<NoteRef> Sources);

/// <summary>What is being dragged: notes, or a point.</summary>
/// <param name="Notes">The notes.</param>
/// <param name="Point">The point, or null.</param>
public sealed record DeskDrag(ImmutableList<NoteRef> Notes, Point? Point);
