using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Desk;

/// <summary>A point: read, edited where it stands, moved by button, by key (Alt and an arrow) or by hand, with its notes one click away.</summary>
public sealed partial class PointCard : DeskPart
{
    private ElementReference _area;
    private ElementReference _up;
    private ElementReference _down;
    private ElementReference _edit;
    private Func<ElementReference>? _focus;
    private string? _text;
    private bool _open;

    [Parameter, EditorRequired]
    public Point Point { get; set; } = null!;

    [Parameter, EditorRequired]
    public int Place { get; set; }

    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter]
    public EventCallback<Point> OnDrag { get; set; }

    [Parameter]
    public EventCallback OnDragEnd { get; set; }

    [Inject]
    internal DeskScript Script { get; set; } = null!;

    private bool CanMove => Session.Owns && _text is null;

    private string Id => $"point-{Point.Id}";

    private string Keep => $"{View.Id}/{Id}";

    private string SourceWords => Point.Sources.Count switch
    {
        0 => T["NoSources"],
        1 => T["OneSource"],
        var count => T["Sources", count],
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } focus) return;
        _focus = null;
        await focus().FocusAsync();
    }

    private void Edit() => (_text, _focus) = (Point.Text.Value, () => _area);

    private async Task SaveAsync()
    {
        var text = new PlainText(_text);
        if (text == Point.Text || await TryAsync(Session.PutAsync(Point with { Text = text }))) await StopAsync();
    }

    private async Task StopAsync()
    {
        (_text, Said, _focus) = (null, null, () => _edit);
        await Script.ForgetAsync(Keep);
    }

    private async Task MoveAsync(int step)
    {
        if (Place + step < 0 || Place + step >= Count) return;
        // The browser drops the focus of an element that is moved.
        _focus = step < 0 ? () => _up : () => _down;
        await TryAsync(Session.MoveAsync(Point, Place + step));
    }

    private Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true, Key: "ArrowUp" } when CanMove => MoveAsync(-1),
        { AltKey: true, Key: "ArrowDown" } when CanMove => MoveAsync(1),
        { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true } when _text is not null => SaveAsync(),
        { Key: "Escape" } when _text is not null => StopAsync(),
        _ => Task.CompletedTask,
    };
}
