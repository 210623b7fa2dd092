using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>A published report. The server renders it once, and it needs no script.</summary>
public sealed partial class Report : ComponentBase
{
    private const int LongestDescription = 200;
    private PublishedReport? _found;

    [Inject]
    internal IPublishedReports Reports { get; set; } = null!;

    [Inject]
    internal PublicLinks Links { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Parameter]
    public string Slug { get; set; } = "";

    private string Path => Addresses.Report(Slug);

    private string Address => Links.To(Path).AbsoluteUri;

    private string Picture => Links.To(Addresses.PublishedFile(Slug, PublishedFiles.Picture)).AbsoluteUri;

    protected override async Task OnInitializedAsync()
    {
        _found = await Reports.FindAsync(Slug);
        if (_found is null) Navigation.NotFound();
        if (_found is PublishedReport.Withdrawn) Context?.AnswerWith(StatusCodes.Status410Gone);
    }

    private static string GoneOn(PublishedReport.Withdrawn gone) =>
        NorwegianTime.Of(gone.At).ToString("D", Shell.Preferences.Languages.Formats(Shell.Preferences.Languages.Current));

    private static string Network(PublishedReport.Shown report) =>
        new PublishedLine("", "", report.Document.Network.Value, default, report.IsDemo).NetworkPath;

    private static ReportWords Words(PublishedReport.Shown report) => new(report.Document.Language);

    private static string Day(PublishedReport.Shown report, DateTimeOffset at) =>
        Words(report).Day(DateOnly.FromDateTime(NorwegianTime.Of(at).DateTime));

    private static bool IsCorrected(PublishedReport.Shown report) => report.Publication.At != report.Publication.FirstAt;

    private static string PublishedAt(PublishedReport.Shown report) =>
        Words(report)["PublishedAt", Day(report, report.Publication.FirstAt)];

    private static string CorrectedAt(PublishedReport.Shown report) =>
        Words(report)["CorrectedAt", Day(report, report.Publication.At)].ToLower(Words(report).Culture);

    internal static string Description(ReportDocument document)
    {
        var text = document.Parts.OfType<ReportPart.Prose>().FirstOrDefault()?.Text.OneLine() ?? document.Meta;
        if (text.Length <= LongestDescription) return text;
        // Cut at a blank. A cut elsewhere may split a word or a surrogate pair.
        var end = text.LastIndexOf(' ', LongestDescription);
        return end > 0 ? $"{text[..end]} …" : document.Meta;
    }
}
