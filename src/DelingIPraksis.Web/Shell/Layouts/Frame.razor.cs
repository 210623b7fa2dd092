using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Layouts;

/// <summary>Skip link, header, main, the one live region and the footer: the same landmarks on every page.</summary>
public partial class Frame : ComponentBase
{
    /// <summary>
    /// Name of the section a page fills to put its own words in the header: <c>&lt;SectionContent SectionName="@Frame.Top"&gt;</c>.
    /// The last one rendered wins, so the brand stands there until a page has something better.
    /// </summary>
    public const string Top = "top";

    /// <summary>Name of the section at the right end of the header: who I am, sign out, a place's own links.</summary>
    public const string TopEnd = "top-end";

    public const string MainId = "innhold";

    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    [Parameter]
    public RenderFragment? Body { get; set; }
}
