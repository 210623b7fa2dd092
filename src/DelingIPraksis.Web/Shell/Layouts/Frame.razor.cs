using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Layouts;

/// <summary>The landmarks of every page: skip link, header, main, the one live region and the footer.</summary>
public partial class Frame : ComponentBase
{
    /// <summary>
    /// The section for a page's own content in the header: <c>&lt;SectionContent SectionName="@Frame.Top"&gt;</c>. The last one rendered
    /// wins, so the header shows the brand until a page fills the section.
    /// </summary>
    public const string Top = "top";

    /// <summary>The section at the right end of the header: user name, sign-out, and links of a page.</summary>
    public const string TopEnd = "top-end";

    public const string MainId = "innhold";

    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    [Parameter]
    public RenderFragment? Body { get; set; }
}
