using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Desk;

/// <summary>One open desk: the newest view, the notes with what has become of them, and the way to ask for a change.</summary>
public sealed class DeskSession(IRooms rooms, Actor actor, Gathering first, IStringLocalizer<RefusalTexts> refusals)
{
    public GatheringView View { get; private set; } = GatheringView.For(first, actor);

    /// <summary>All notes of all pairs, in the order they came.</summary>
    public IReadOnlyList<BoardNote> Notes { get; private set; } = [];

    /// <summary>Which notes stand behind a point.</summary>
    public Coverage Coverage { get; private set; } = Coverage.Of([], []);

    public void Take(Gathering gathering)
    {
        View = GatheringView.For(gathering, actor);
        Notes = [.. View.Pairs.SelectMany(View.Board).OrderBy(note => note.Note.Sequence)];
        Coverage = Coverage.Of(Notes, View.Points);
    }

    /// <summary>Asks for a change. Null when it is kept, or what stood in the way, in words.</summary>
    public async Task<string?> AskAsync(Change change) => await rooms.SubmitAsync(View.Id, actor, change, Guid.CreateVersion7()) switch
    {
        Reply.Refused refused => refusals.Say(refused.Refusal),
        Reply.NotStored => refusals.SayNotStored(),
        _ => null,
    };

    /// <summary>The points of one list, in order.</summary>
    public List<Point> PointsOf(NoteKind kind) => [.. View.Points.Where(point => point.Kind == kind)];

    /// <summary>The note behind a point, or null when it has been deleted since.</summary>
    public BoardNote? Find(NoteRef where) => Notes.FirstOrDefault(note => note.Where == where);

    /// <summary>A point that says what its first note says.</summary>
    public static Point PointOf(params IReadOnlyList<BoardNote> notes) =>
        new(new Id<Point>(Guid.CreateVersion7()), notes[0].Note.Kind, notes[0].Note.Text, [.. notes.Select(note => note.Where)]);
}
