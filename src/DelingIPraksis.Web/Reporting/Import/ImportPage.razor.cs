using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>
/// The page where an organiser imports a gathering from a file. It shows what is wrong field by field, and a file with faults changes
/// nothing.
/// </summary>
public partial class ImportPage : ComponentBase
{
    private const int LargestForm = ArchiveBundle.Largest;

    private IReadOnlyList<ImportFault> _faults = [];
    private bool _may;

    [Inject]
    internal GatheringImporter Importer { get; set; } = null!;

    [Inject]
    internal ImportLimiter Turns { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(Name = "fil", FormName = "hent-inn")]
    public IFormFile? FileField { get; set; }

    [SupplyParameterFromForm(Name = "kopi", FormName = "hent-inn")]
    public string? CopyField { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _may = await Visitor.MayAsync(ServiceRight.MakeGathering);
        if (!_may) Navigation.NotFound();
    }

    private async Task TakeInAsync()
    {
        if (FileField is not { Length: > 0 } file)
        {
            _faults = [new ImportFault("", "NoFile")];
            return;
        }

        var by = await Visitor.AsAccountAsync();
        using var turn = Turns.TryEnter(by);
        if (turn is null)
        {
            _faults = [new ImportFault("", "ImportBusy")];
            return;
        }

        await using var stream = file.OpenReadStream();
        var imported = await Importer.TakeInAsync(stream, by, CopyField is not null, Http?.RequestAborted ?? default);
        _faults = imported.Faults;
        if (_faults.Count == 0) Navigation.NavigateTo(Addresses.Desk(imported.Gathering));
    }
}
