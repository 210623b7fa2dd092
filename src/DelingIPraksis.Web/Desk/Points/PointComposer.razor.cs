using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Desk;

/// <summary>Writes a point from the chosen notes, and shows their texts under it.</summary>
public sealed partial class PointComposer : GatheringPart<DeskSession>
{
    // The desk has one draft at a time, in whatever section it stands.
    private const string TitleId = "composer-title";
    private const string TextId = "point-text";

    // The id is made with the form, so that a point that is sent twice is one point.
    private readonly Id<Point> _id = new(Guid.CreateVersion7());
    private ElementReference _area;
    private IReadOnlyList<(NoteRef Place, Note Note)> _notes = [];
    private Id<Section> _section;
    private string _text = "";
    private (string? Text, Id<Section> Section, ImmutableList<Point> Points) _split = (null, default, []);

    [Parameter, EditorRequired]
    public PointDraft Draft { get; set; } = null!;

    [Inject]
    internal DeskScript Script { get; set; } = null!;

    private string Keep => $"{View.Id}/nytt-punkt";

    protected override void OnInitialized() => _section = Draft.Section;

    protected override void OnParametersSet() =>
        _notes = [
            .. Draft
                .Sources.Select(place => (place, note: Session.NoteOf(place)))
                .Where(source => source.note is not null)
                .Select(source => (source.place, source.note!)),
        ];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _area.FocusAsync();
    }

    private IReadOnlyList<string> Items => PastedList.Items(_text);

    private void Insert(Note note) => _text = _text.Length == 0 ? note.Text.Value : $"{_text.TrimEnd()} {note.Text}";

    private async Task SaveAsync()
    {
        if (!await TryAsync(Session.PutAsync(new Point(_id, _section, _text, [.. _notes.Select(note => note.Place)]) { Confirmed = true })))
            return;
        await Script.ForgetAsync(Keep);
        Session.EndPoint(kept: true);
    }

    /// <summary>
    /// Makes a point of each line of a pasted list, together. Repeated, it makes the same points.
    /// </summary>
    private async Task SplitAsync()
    {
        if (_split.Text != _text || _split.Section != _section)
            _split = (
                _text,
                _section,
                [
                    .. Items.Select(item => new Point(new(Guid.CreateVersion7()), _section, item, [.. _notes.Select(note => note.Place)])
                    {
                        Confirmed = true,
                    }),
                ]
            );
        if (!await TryAsync(Session.MakeAsync(_split.Points))) return;
        await Script.ForgetAsync(Keep);
        Session.EndPoint(kept: true);
    }

    private async Task StopAsync()
    {
        await Script.ForgetAsync(Keep);
        Session.EndPoint(kept: false);
    }

    private Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true } => SaveAsync(),
        { Key: "Escape" } when string.IsNullOrWhiteSpace(_text) => StopAsync(),
        _ => Task.CompletedTask,
    };
}
