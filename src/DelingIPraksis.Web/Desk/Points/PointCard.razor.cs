using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A point: edited in place, moved by button, by key (Alt and an arrow) or by drag, with its notes one press away.
/// </summary>
public sealed partial class PointCard : SteadyPart, IDisposable
{
    private string? _focus;
    private string? _text;
    private Point? _from;
    private Point? _theirs;
    private bool _open;
    private int _sources;
    private int _addable;
    private bool _unwritten;
    private string? _other;

    [Parameter, EditorRequired]
    public Point Point { get; set; } = null!;

    [Parameter, EditorRequired]
    public int Place { get; set; }

    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Inject]
    internal DeskScript Script { get; set; } = null!;

    private bool CanMove => Session.Owns && _text is null;

    private string? KindClass => Point.Kind switch
    {
        NoteKind.Barrier => "is-barrier",
        NoteKind.Opportunity => "is-opportunity",
        _ => null,
    };

    private string Id => $"point-{Point.Id}";

    private string Keep => $"{View.Id}/{Id}";

    private string SourceWords => _sources switch
    {
        0 => T["NoSources"],
        1 => T["OneSource"],
        var count => T["Sources", count],
    };

    private protected override object? Shows()
    {
        _sources = Point.Sources.Count(source => Session.NoteOf(source) is not null);
        _addable = Session.Chosen.Except(Point.Sources).Count();
        _unwritten = Session.Coverage.IsUnwritten(Point);
        _other = Session.Seat?.WhoIsAt(Point.Id);
        // A card that is open shows its notes and their authors too.
        return _open || _text is not null
            ? null
            : (Point, Place, Count, _sources, _addable, _unwritten, _other, Session.Owns, View.Facts.Language, View.Sections);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } focus) return;
        _focus = null;
        // By id and not by reference: the card can be rendered again, or removed, before the browser is called.
        await Script.FocusAsync($"#{Id}{focus}");
    }

    public void Dispose()
    {
        if (_text is not null) Session.Seat?.IsAt(null);
    }

    private void Edit()
    {
        (_text, _from, _focus) = (Point.Text.Value, Point, "");
        Session.Seat?.IsAt(Point.Id);
    }

    private async Task SaveAsync()
    {
        if (_text is null || _from is null) return;
        var (text, from) = (new PlainText(_text), _from);
        if (text == from.Text)
        {
            await StopAsync();
            return;
        }

        (Status, _theirs) = await Session.WordAsync(Point.Id, text, from.Revision);
        if (_theirs is { } theirs)
        {
            // The other's edit is merged with this one, word by word. The organiser is asked only when both changed the same words.
            if (await Script.MergeAsync(from.Text.Value, text.Value, theirs.Text.Value) is not { } together) return;
            (Status, _theirs) = await Session.WordAsync(Point.Id, together, theirs.Revision);
        }

        if (Status is null && _theirs is null) await StopAsync();
    }

    private Task ChooseAsync(string? text)
    {
        (_text, _from, _theirs) = (text, _theirs, null);
        return SaveAsync();
    }

    private string Both(Point theirs) => $"{theirs.Text} {_text}";

    private async Task StopAsync()
    {
        (_text, _from, _theirs, Status, _focus) = (null, null, null, null, "-edit");
        Session.Seat?.IsAt(null);
        await Script.ForgetAsync(Keep);
    }

    private async Task AddChosenAsync()
    {
        if (await TryAsync(Session.AddSourcesAsync(Point, Session.Chosen))) Session.ChooseNone();
    }

    private Task MoveToAsync(string? name)
    {
        var section = Session.Sections.FirstOrDefault(section => Section.NameOf(section) == name);
        return section == Point.Section ? Task.CompletedTask : TryAsync(Session.MoveAsync(Point, Session.Points(section).Count, section));
    }

    private Task UpAsync() => MoveAsync(-1, "-up");

    private Task DownAsync() => MoveAsync(1, "-down");

    /// <param name="step">How many places down.</param>
    /// <param name="focus">The end of the id that takes the focus: the browser drops the focus of an element that is moved.</param>
    private async Task MoveAsync(int step, string focus)
    {
        if (Place + step < 0 || Place + step >= Count) return;
        _focus = focus;
        await TryAsync(Session.MoveAsync(Point, Place + step));
    }

    private Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true, Key: "ArrowUp" } when CanMove => MoveAsync(-1, "-card"),
        { AltKey: true, Key: "ArrowDown" } when CanMove => MoveAsync(1, "-card"),
        { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true } when _text is not null => SaveAsync(),
        { Key: "Escape" } when _text is not null => StopAsync(),
        _ => Task.CompletedTask,
    };
}
