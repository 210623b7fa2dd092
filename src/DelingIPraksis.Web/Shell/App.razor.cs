using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The document around every page. A page marked <c>[ExcludeFromInteractiveRouting]</c> is drawn once by the server and gets no script of
/// the framework, unless it has a part that is live (<see cref="LivePartAttribute"/>); every other page is live as a whole. The component
/// library's files go only to pages that use its layout.
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
