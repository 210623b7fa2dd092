using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Draws its content again only when what it is drawn for has changed. The desk is drawn for every letter of a search; the report is not.
/// </summary>
public sealed class DrawnFor : ComponentBase
{
    private object? _drawn;
    private bool _changed;

    /// <summary>What the content is drawn for, compared by value.</summary>
    [Parameter, EditorRequired]
    public object? What { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet() => (_changed, _drawn) = (!Equals(What, _drawn), What);

    protected override bool ShouldRender() => _changed;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
