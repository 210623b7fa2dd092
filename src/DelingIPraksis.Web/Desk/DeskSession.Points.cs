using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Desk;

public sealed partial class DeskSession
{
    /// <summary>The points of a section, in order.</summary>
    public ImmutableList<Point> Points(Id<Section> section) => _points.GetValueOrDefault(section, []);

    /// <summary>The place of a point in its section, from 1.</summary>
    public int PlaceOf(Point point) => _places.GetValueOrDefault(point.Id);

    /// <summary>The builder of suggested points.</summary>
    public PointSuggestions Suggestions => new(Notes, Coverage, NewPoint);

    /// <summary>The title of a section.</summary>
    public string TitleOf(Id<Section> section) => section switch
    {
        _ when section == Section.Barriers => _services.Sorting["SectionBarriers"],
        _ when section == Section.Opportunities => _services.Sorting["SectionOpportunities"],
        _ when section == Section.Asks => _services.Sorting["SectionAsks"],
        _ => View.Sections.FirstOrDefault(own => own.Id == section)?.Title.Value ?? "",
    };

    /// <summary>All sections, in the order of the report.</summary>
    public IEnumerable<Id<Section>> Sections => Section.AlwaysThere.Concat(View.Sections.Select(section => section.Id));

    /// <summary>Begins a point from the chosen notes, in the section that most of them belong in.</summary>
    public void BeginPoint(Id<Section>? section = null)
    {
        var barriers = Chosen.Count(note => NoteOf(note)?.Kind == NoteKind.Barrier);
        Draft = new PointDraft(section ?? Section.Of(barriers * 2 >= Chosen.Count ? NoteKind.Barrier : NoteKind.Opportunity), Chosen);
        _changed();
    }

    public void EndPoint(bool kept)
    {
        if (kept) Chosen = [];
        Draft = null;
        _changed();
    }

    /// <summary>Makes a note a point, with the same text, and shows where it stands in the report.</summary>
    public async Task<string?> UseAsync(BoardNote note)
    {
        var point = Suggestions.Over([note], Section.Of(note.Note.Kind));
        var fault = await MakeAsync([point]);
        if (fault is null) await _services.Script.ShowAsync($"#point-{point.Id}-card");
        return fault;
    }

    /// <summary>Makes a point of each group's barriers, and one of its opportunities.</summary>
    public async Task<string?> MakeOfGroupsAsync(IEnumerable<NoteGroup> groups) =>
        await MakeAsync(Suggestions.OfGroups(groups, await LexiconAsync()));

    /// <summary>Makes a point of each note that is not handled yet.</summary>
    public Task<string?> MakeOfTheRestAsync() => MakeAsync(Suggestions.OfTheRest());

    /// <summary>Makes points of the requests to the state and KS.</summary>
    public async Task<string?> MakeOfAsksAsync() => await MakeAsync(Suggestions.OfAsks(await LexiconAsync()));

    /// <summary>Makes one point of notes that say the same, with the text of one of them.</summary>
    public Task<string?> MergeNotesAsync(IReadOnlyList<BoardNote> notes) =>
        MakeAsync([Suggestions.Over(notes, Section.Of(notes[0].Note.Kind)) with { Confirmed = true }]);

    /// <summary>Adds points together. One undo removes them all.</summary>
    public Task<string?> MakeAsync(ImmutableList<Point> points) =>
        points.IsEmpty ? Task.FromResult<string?>(null) : DoAsync(new Change.PointsPut(points));

    /// <summary>
    /// A point with those of its notes that still exist. A note deleted meanwhile must not refuse the point.
    /// </summary>
    public Task<string?> PutAsync(Point point) => DoAsync(new Change.PointPut(WithNotes(point)));

    /// <summary>Confirms a point whose text is copied from a note.</summary>
    public Task<string?> ConfirmAsync(Point point) => DoAsync(new Change.PointConfirmed(point.Id, true));

    /// <summary>Changes the text of a point.</summary>
    /// <returns>
    /// The reason for a refusal; or the point as somebody else has changed it; or neither when it is stored.
    /// </returns>
    public async Task<(string? Fault, Point? Theirs)> WordAsync(Id<Point> point, PlainText text, int basedOn)
    {
        var reply = await ActAsync(() => AskNowAsync(new Change.PointWorded(point, text, basedOn)));
        if (reply is Reply.Refused { Refusal.Reason: RefusalReason.ChangedByOther })
            return (null, View.Points.FirstOrDefault(there => there.Id == point));
        if (reply is Reply.Kept && LastDone is { } done) Say(done);
        return (Words(reply), null);
    }

    /// <summary>Adds notes as sources of a point.</summary>
    public Task<string?> AddSourcesAsync(Point point, IEnumerable<NoteRef> notes)
    {
        ImmutableList<NoteRef> added = [.. notes.Except(point.Sources)];
        return added.IsEmpty ? Task.FromResult<string?>(null) : DoAsync(new Change.PointSourced(point.Id, added, []));
    }

    /// <summary>Removes a note from the sources of a point.</summary>
    public Task<string?> LetSourceGoAsync(Point point, NoteRef note) => DoAsync(new Change.PointSourced(point.Id, [], [note]));

    public Task<string?> MoveAsync(Point point, int place, Id<Section>? section = null) =>
        DoAsync(new Change.PointMoved(point.Id, place) { Section = section == point.Section ? null : section });

    public Task<string?> RemoveAsync(Point point) => DoAsync(new Change.PointRemoved(point.Id));

    /// <summary>Adds or renames a section of the organiser's own.</summary>
    public Task<string?> PutSectionAsync(Id<Section>? section, string title) =>
        DoAsync(new Change.SectionPut(section ?? new Id<Section>(Guid.CreateVersion7()), title));

    public Task<string?> RemoveSectionAsync(Id<Section> section) => DoAsync(new Change.SectionRemoved(section));

    /// <summary>Asks the parties what they may be quoted on. Undo cancels it.</summary>
    public Task<string?> TellEarlierPromisesAsync(EarlierPromises? earlier) => DoAsync(new Change.EarlierPromisesTold(earlier));

    public Task<string?> AskConsentAsync(Change.ConsentAsked change) => DoAsync(change);

    private Point WithNotes(Point point) => point with { Sources = point.Sources.RemoveAll(source => NoteOf(source) is null) };

    private static Id<Point> NewPoint() => new(Guid.CreateVersion7());
}
