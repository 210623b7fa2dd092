using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The document around every page. The server renders a page marked <c>[ExcludeFromInteractiveRouting]</c> statically. Such a page gets no
/// script of the framework, unless it has an interactive part (<see cref="LivePartAttribute"/>). Every other page is interactive as a
/// whole. Only pages with MudBlazor's layout get its files.
/// </summary>
public partial class App : ComponentBase
{
    private PageFrame _frame = PageFrame.Plain;
    private IComponentRenderMode? _mode;
    private bool _live;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override void OnInitialized()
    {
        _frame = PageFrame.For(Context);
        _mode = Context.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
        _live = _mode is not null || Context.GetEndpoint()?.Metadata.GetMetadata<LivePartAttribute>() is not null;
    }
}
