using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Making;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Demo;

/// <summary>The page where a visitor tries all the roles, in three windows of one browser.</summary>
public sealed partial class TryPage
{
    private bool _leads;
    private string? _report;

    [Inject]
    internal DemoGatherings Demo { get; set; } = null!;

    [Inject]
    internal GatheringLists Lists { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Parameter]
    public Guid? Gathering { get; set; }

    [SupplyParameterFromQuery(Name = "fullt")]
    public string? FullField { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!Demo.IsOn) return;
        _leads = Gathering is { } id && await Demo.LeadsAsync(await Visitor.AsAccountAsync(), new Id<Gathering>(id));
        _report = await Lists.SlugAsync(DemoGatherings.Finished);
    }
}
