using DelingIPraksis.Web.Access;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>Where an organiser takes in a gathering from a file. What is wrong with the file is said field by field, and nothing has happened.</summary>
public partial class ImportPage : ComponentBase
{
    private const int LargestForm = ArchiveFile.LargestFile + 65_536;

    private IReadOnlyList<ImportFault> _faults = [];

    [Inject]
    internal GatheringImporter Importer { get; set; } = null!;

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

    private async Task TakeInAsync()
    {
        if (FileField is not { Length: > 0 } file)
        {
            _faults = [new ImportFault("", "NoFile")];
            return;
        }

        await using var stream = file.OpenReadStream();
        var imported = await Importer.TakeInAsync(stream, await Visitor.AsAccountAsync(), CopyField is not null, Http?.RequestAborted ?? default);
        _faults = imported.Faults;
        if (_faults.Count == 0) Navigation.NavigateTo($"/samling/{imported.Gathering}/rapport");
    }
}
