using DelingIPraksis.Web.Reporting.Form;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Article;

/// <summary>The report as semantic HTML, in the language of the report.</summary>
public sealed partial class ReportArticle : ComponentBase
{
    private ReportWords _words = null!;
    private IReadOnlyList<ReportPart.Heading> _contents = [];
    private IReadOnlyList<ReportPart.PointList> _lists = [];
    private ReportDocument? _laidOut;

    [Parameter, EditorRequired]
    public ReportDocument Document { get; set; } = null!;

    /// <summary>Whether the report is a preview within another page: smaller, and with headings one level down.</summary>
    [Parameter]
    public bool Preview { get; set; }

    /// <summary>The address of the page. Links within the page need it, because the document's base is the front page.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    /// <summary>The address of the whole report, when this is a page of it; otherwise empty.</summary>
    [Parameter]
    public string WholeReport { get; set; } = "";

    /// <summary>The dates of publication and correction.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What readers must know before they read, such as a correction.</summary>
    [Parameter]
    public RenderFragment? Notices { get; set; }

    /// <summary>The editor of a text, shown in its place; null when the report is only read.</summary>
    [Parameter]
    public RenderFragment<TextPlace>? Editor { get; set; }

    /// <summary>What stands in the place of the points, in a report for writing.</summary>
    [Parameter]
    public RenderFragment? Points { get; set; }

    private int Top => Preview ? 2 : 1;

    private bool HasContents => !Preview && _contents.Count > 2;

    private string? Class => Preview ? "in-preview" : null;

    private string IdOf(string anchor) => Preview ? PreviewId(anchor) : anchor;

    /// <summary>The id of a heading in a report within another page.</summary>
    public static string PreviewId(string anchor) => $"forhandsvisning-{anchor}";

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_laidOut, Document)) return;
        _laidOut = Document;
        _words = new ReportWords(Document.Language);
        _contents = [.. Document.Contents];
        _lists = [.. Document.Parts.OfType<ReportPart.PointList>()];
    }
}
