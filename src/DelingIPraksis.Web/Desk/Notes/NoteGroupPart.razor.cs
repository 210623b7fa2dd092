using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Notes under a heading. When the heading is a group it can be named, merged and dissolved, and notes can be dropped on it.
/// </summary>
public sealed partial class NoteGroupPart : GatheringPart<DeskSession>
{
    private ElementReference _field;
    private MudMenu _menu = null!;
    private bool _focus;
    private bool _all;
    private string? _name;

    [Parameter, EditorRequired]
    public NotePart Part { get; set; } = null!;

    /// <summary>All notes that are shown, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardNote> Among { get; set; } = [];

    private bool CanTake => Session.Owns && (Part.Group is not null || Part.Key == "ingen") && Session.Filter.By == NoteArrangement.Group;

    protected override void OnParametersSet() => _all = Part.All.All(note => Session.IsChosen(note.Where));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _field.FocusAsync();
    }

    // When the menu closes itself it returns the focus to its button, and takes it from the field.
    private async Task BeginNamingAsync()
    {
        await _menu.CloseMenuAsync();
        (_name, _focus) = (Part.Title, true);
    }

    private async Task NameAsync()
    {
        if (_name is null || Part.Group is not { } group) return;
        if (_name.Trim() == group.Name.Value || await TryAsync(Session.RenameAsync(group, _name))) _name = null;
    }

    private Task NameKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") _name = null;
        return key.Key == "Enter" ? NameAsync() : Task.CompletedTask;
    }

    private async Task DropAsync()
    {
        if (!CanTake || Session.Drag is not { Point: null } drag) return;
        Session.Drag = null;
        await TryAsync(Part.Group is { } group ? Session.GroupAsync(drag.Notes, group.Name.Value) : Session.LoosenAsync(drag.Notes));
    }
}
