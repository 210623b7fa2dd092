using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>A field that several colleagues may write in at once. It is redrawn only when its text on the server has changed.</summary>
public partial class WritingField : ComponentBase
{
    private (WritingPlace, WrittenText, string, string)? _shown;
    private bool _changed;
    private string _id = "";
    private string _colleagues = "";

    [Parameter, EditorRequired]
    public BoardSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public WritingPlace Place { get; set; } = null!;

    [Parameter, EditorRequired]
    public WrittenText Text { get; set; } = WrittenText.None;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether the label is only for screen readers.</summary>
    [Parameter]
    public bool Quiet { get; set; }

    [Parameter]
    public int Rows { get; set; } = 4;

    /// <summary>Whether the text is saved only with a press, and not while the person types.</summary>
    [Parameter]
    public bool Explicit { get; set; }

    /// <summary>The element that gets the focus when the field is removed.</summary>
    [Parameter]
    public string? FocusAfter { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    protected override void OnParametersSet()
    {
        _colleagues = Colleagues();
        var shown = (Place, Text, Label, _colleagues);
        _changed = shown != _shown;
        _shown = shown;
        _id = $"field-{Place.Key.Replace('/', '-')}";
    }

    protected override bool ShouldRender() => _changed;

    private string Described => Hint is null ? $"{_id}-trouble" : $"{_id}-hint {_id}-trouble";

    private string By => Session.NameOf(Text.By) ?? T["AColleague"];

    private string Colleagues()
    {
        var names = NameList.Of(Session.ColleaguesAt(Place).Select(name => name ?? T["AColleague"].Value).Distinct(), T);
        return names.Length == 0 ? "" : E["ColleagueWrites", names];
    }
}
