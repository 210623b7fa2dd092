using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A section of points. A point is dropped at a place in it. Notes dropped on a point become its sources, and beside one they begin a new
/// one.
/// </summary>
public sealed partial class PointSection : GatheringPart<DeskSession>
{
    private ImmutableList<Point> _points = [];
    private ElementReference _field;
    private string? _title;
    private bool _focus;
    private int _asks;

    [Parameter, EditorRequired]
    public Id<Section> Section { get; set; }

    private NoteKind? Kind => Domain.Synthesis.Section.KindOf(Section);

    private bool IsOwn => !Domain.Synthesis.Section.AlwaysThere.Contains(Section);

    private string TitleId => $"section-{Domain.Synthesis.Section.NameOf(Section)}";

    private string? KindClass => Kind switch
    {
        NoteKind.Barrier => "kind-barrier",
        NoteKind.Opportunity => "kind-opportunity",
        _ => null,
    };

    protected override void OnParametersSet()
    {
        _points = Session.Points(Section);
        _asks = Section == Domain.Synthesis.Section.Asks ? Session.Suggestions.Asks.Count() : 0;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _field.FocusAsync();
    }

    private void BeginNaming() => (_title, _focus) = (Session.TitleOf(Section), true);

    private async Task NameAsync()
    {
        if (_title is not null && await TryAsync(Session.PutSectionAsync(Section, _title))) _title = null;
    }

    private Task NameKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") _title = null;
        return key.Key == "Enter" ? NameAsync() : Task.CompletedTask;
    }

    private async Task DropAsync(int place)
    {
        if (!Session.Owns || Session.Drag is not { } drag) return;
        Session.Drag = null;
        if (drag.Point is { } point)
            await TryAsync(Session.MoveAsync(point, Math.Min(place, _points.Count - (point.Section == Section ? 1 : 0)), Section));
        else if (place < _points.Count) await TryAsync(Session.AddSourcesAsync(_points[place], drag.Notes));
        else
        {
            Session.ChooseNone();
            Session.Choose(drag.Notes, true);
            Session.BeginPoint(Section);
        }
    }
}
