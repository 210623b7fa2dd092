using System.Globalization;
using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Reporting.Earlier.Formats;
using DelingIPraksis.Web.Reporting.Import;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>
/// The page where the report of an earlier gathering is uploaded or pasted. It is read at once, and what was understood is a draft that
/// only this account sees. No gathering is made here.
/// </summary>
public partial class EarlierStartPage : ComponentBase
{
    // Twice the size limit of a file, so that the page itself can report a file that is too large.
    private const int LargestForm = 2 * ReportSource.LargestFile;

    private List<EarlierDraftLine> _drafts = [];
    private string? _fault;
    private bool _may;

    [Inject]
    internal ReportSource Source { get; set; } = null!;

    [Inject]
    internal EarlierDrafts Drafts { get; set; } = null!;

    [Inject]
    internal ImportLimiter Turns { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(Name = "fil", FormName = "hent-inn-rapport")]
    public IFormFile? FileField { get; set; }

    [SupplyParameterFromForm(Name = "tekst", FormName = "hent-inn-rapport")]
    public string? TextField { get; set; }

    /// <summary>What was pasted, as a page: the browser has it with its headings and links. Empty when the text was changed
    /// after.</summary>
    [SupplyParameterFromForm(Name = "side", FormName = "hent-inn-rapport")]
    public string? PageField { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _may = await Visitor.MayAsync(ServiceRight.MakeGathering) && await Visitor.AsAccountAsync() is Actor.Account;
        if (!_may)
        {
            Navigation.NotFound();
            return;
        }

        _drafts = await Drafts.OfAsync(((Actor.Account)await Visitor.AsAccountAsync()).User);
    }

    private async Task ReadAsync()
    {
        if (await Visitor.AsAccountAsync() is not Actor.Account by) return;
        using var turn = Turns.TryEnter(by);
        if (turn is null)
        {
            _fault = T["Busy"];
            return;
        }

        var (name, content, read) = await SourceAsync(Http?.RequestAborted ?? default);
        if (read.Document is not { } document)
        {
            _fault = T[read.Fault!, read.Figures];
            return;
        }

        var report = ReportReader.Read(document, RegisterNames.On);
        try
        {
            if (await Drafts.AddAsync(by.User, name, content, report) is { } draft) Navigation.NavigateTo(Addresses.EarlierDraft(draft));
            else _fault = T["TooManyDrafts", EarlierDrafts.Most];
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            _fault = T["NotSaved"];
        }
    }

    private async Task<(string Name, byte[] Content, SourceResult Read)> SourceAsync(CancellationToken cancellation)
    {
        if (FileField is { Length: > 0 } file)
        {
            await using var stream = file.OpenReadStream();
            if (await TextFile.BytesAsync(stream, ReportSource.LargestFile, cancellation) is not { } bytes)
                return ("", [], SourceResult.Wrong("TooLarge", ReportSource.LargestFile / 1024 / 1024));
            var read = await Source.ReadAsync(bytes, cancellation);
            return (ReportSource.NameOf(file.FileName, read), bytes, read);
        }

        var pasted = string.IsNullOrWhiteSpace(PageField) ? TextField : PageField;
        if (string.IsNullOrWhiteSpace(pasted)) return ("", [], SourceResult.Wrong("NoFile"));
        var result = ReportSource.Pasted(pasted);
        return (ReportSource.NameOf(T["PastedName"], result), Encoding.UTF8.GetBytes(pasted), result);
    }

    private async Task GiveUpAsync(Guid draft)
    {
        if (await Visitor.AsAccountAsync() is not Actor.Account by) return;
        await Drafts.RemoveAsync(draft, by.User);
        _drafts = await Drafts.OfAsync(by.User);
    }

    private static string Day(DateTimeOffset at) => at.ToString("d. MMMM yyyy", CultureInfo.CurrentCulture);
}
