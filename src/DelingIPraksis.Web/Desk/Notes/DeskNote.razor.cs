using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A note on the desk: its author, its support, its usage.
/// </summary>
public sealed partial class DeskNote : SteadyPart
{
    private bool _chosen;
    private PlainText? _name;
    private string _used = "";
    private NoteUsage _fate;
    private NoteGroup? _group;

    [Parameter, EditorRequired]
    public BoardNote Note { get; set; } = null!;

    /// <summary>The notes that are shown, in order. A range is chosen from it.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardNote> Among { get; set; } = [];

    /// <summary>Whether it shows its group, because it is not listed under it.</summary>
    [Parameter]
    public bool ShowGroup { get; set; }

    private bool IsBarrier => Note.Note.Kind == NoteKind.Barrier;

    private string BoxId => $"note-{Note.Where.Note}";

    private string Class => _used.Length > 0 ? "is-used" : _fate == NoteUsage.LeftOut ? "is-left-out" : "";

    private MarkShape Shape =>
        View.AllPairs.FirstOrDefault(pair => pair.Round == Note.Note.Round && pair.Members.Contains(Note.Where.Party))
            ?.Members.IndexOf(Note.Where.Party) switch
        {
            1 => MarkShape.Square,
            2 => MarkShape.Leaf,
            _ => MarkShape.Round,
        };

    private protected override object Shows()
    {
        _chosen = Session.IsChosen(Note.Where);
        _fate = Session.Coverage.UsageOf(Note.Where);
        _group = Session.GroupOf(Note.Where);
        _used = string.Join(", ", Session.Coverage.PointsOver(Note.Where).Select(PlaceOf));
        _name = View.Party(Note.Where.Party)?.Name;
        return (Note.Note, _chosen, _fate, ShowGroup ? _group : null, _used, _name, Session.Owns);
    }

    private string PlaceOf(Point point)
    {
        var number = Session.PlaceOf(point);
        return point.Kind is { } kind
            ? T[kind == NoteKind.Barrier ? "BarrierNumber" : "OpportunityNumber", number]
            : S["PlaceIn", Session.TitleOf(point.Section), number];
    }

    private void Begin() => Session.Drag = new DeskDrag(_chosen ? Session.Chosen : [Note.Where], null);

    private void Choose(MouseEventArgs mouse) => Session.Choose(Note.Where, !_chosen, mouse.ShiftKey ? Among : null);
}
