using DelingIPraksis.Web.Reporting.Form;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Article;

/// <summary>A report as semantic HTML, in its own language.</summary>
public sealed partial class ReportArticle : ComponentBase
{
    private ReportWords _words = null!;
    private IReadOnlyList<ReportPart.Heading> _contents = [];
    private IReadOnlyList<ReportPart.PointList> _lists = [];
    private ReportDocument? _laidOut;

    [Parameter, EditorRequired]
    public ReportDocument Document { get; set; } = null!;

    /// <summary>Set smaller and one level down, inside another page.</summary>
    [Parameter]
    public bool Preview { get; set; }

    /// <summary>Where the page lies, for links within it: the document's base is the front page.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    /// <summary>When it was published and corrected.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What readers should know before they read, such as what has been corrected.</summary>
    [Parameter]
    public RenderFragment? Notices { get; set; }

    /// <summary>How a text is written where it stands, or null where the report is only read.</summary>
    [Parameter]
    public RenderFragment<TextPlace>? Editor { get; set; }

    private int Top => Preview ? 2 : 1;

    private string? Class => Preview ? "in-preview" : null;

    private string IdOf(string anchor) => Preview ? $"forhandsvisning-{anchor}" : anchor;

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_laidOut, Document)) return;
        _laidOut = Document;
        _words = new ReportWords(Document.Language);
        _contents = [.. Document.Contents];
        _lists = [.. Document.Parts.OfType<ReportPart.PointList>()];
    }
}
